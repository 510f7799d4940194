package org.affinity.profile.creator.domain;

import org.affinity.kit.code.NameKey;

/**
 * The name of a brand, so that spellings of one name count as one: accents, case, punctuation and the legal form at the
 * end do not matter.
 */
public record BrandName(String value) {

    /** Characters of a name. */
    public static final int MAX_LENGTH = 120;

    public BrandName {
        value = value.strip().replaceAll("\\s+", " ");
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("not a name");
        }
    }

    /** The form under which names are compared: never empty, and its own key. */
    public String key() {
        return NameKey.of(value);
    }
}
