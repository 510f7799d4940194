package org.affinity.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.affinity.node.NodeWorkspace;

/** Where the manifests lie, and each overlay rendered once. */
final class ManifestFiles {

    static final Path MODULE = Path.of("").toAbsolutePath();
    static final Path PROJECT = MODULE.resolve("../..").normalize();

    private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();

    private ManifestFiles() {}

    static NodeWorkspace workspace() {
        return NodeWorkspace.require(MODULE.resolve("src/test/node"), MODULE.resolve("target/node"));
    }

    /** The names of all overlays: a new folder is checked without being listed anywhere. */
    static List<String> overlays() {
        try (Stream<Path> folders = Files.list(MODULE.resolve("overlays"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Manifests render(String overlay) {
        return RENDERED.computeIfAbsent(
                overlay, name -> Manifests.parse(Kubectl.require().kustomize(MODULE.resolve("overlays/" + name))));
    }
}
