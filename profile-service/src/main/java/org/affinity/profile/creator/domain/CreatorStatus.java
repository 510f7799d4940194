package org.affinity.profile.creator.domain;

/** Whether a creator can be proposed to brands. */
public enum CreatorStatus {
    ACTIVE,
    WITHDRAWN
}
