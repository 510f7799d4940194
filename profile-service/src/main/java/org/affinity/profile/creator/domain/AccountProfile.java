package org.affinity.profile.creator.domain;

/** One creator's presence on one platform, with its latest figures. */
public record AccountProfile(Platform platform, Handle handle, AccountMetrics metrics) {

    /** What makes this account the same as another: platform and handle, whatever the case. */
    public AccountKey key() {
        return new AccountKey(platform, handle.key());
    }
}
