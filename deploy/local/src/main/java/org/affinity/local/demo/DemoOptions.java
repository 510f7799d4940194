package org.affinity.local.demo;

import java.nio.file.Path;

/**
 * What the main job works on.
 *
 * @param creators the user's list, null for the generated sample
 * @param mapping JSON that says which column holds what, null to have it proposed
 */
public record DemoOptions(Path creators, Path mapping) {

    /** The generated sample. */
    public static DemoOptions sample() {
        return new DemoOptions(null, null);
    }
}
