package org.affinity.profile.taxonomy.domain;

import java.util.List;

/**
 * A category of a taxonomy.
 *
 * @param parentId the category above, or null at the top
 * @param path names from the top down to this one
 * @param sensitive whether it could tell of health, belief, opinion or sex life of whom it is attached to
 */
public record Category(String id, String parentId, String name, List<String> path, boolean sensitive) {

    public Category {
        path = List.copyOf(path);
    }
}
