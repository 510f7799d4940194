package org.affinity.local.cli;

import java.nio.file.Path;

/** Where things are in a working copy; everything that changes at run time is below {@code .affinity/}. */
record Layout(Path root) {

    static Layout current() {
        return new Layout(Path.of(System.getProperty("affinity.root", ""))
                .toAbsolutePath()
                .normalize());
    }

    Path state() {
        return root.resolve(".affinity");
    }

    Path data() {
        return state().resolve("data");
    }

    /** PostgreSQL's programs, unpacked. */
    Path programs() {
        return state().resolve("programs");
    }

    Path logs() {
        return state().resolve("logs");
    }

    Path run() {
        return state().resolve("run");
    }

    Path secrets() {
        return state().resolve("secrets.json");
    }

    Path issuerKey() {
        return data().resolve("issuer/issuer-key.json");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    Path classPathDirectory() {
        return root.resolve("deploy/local/target");
    }
}
