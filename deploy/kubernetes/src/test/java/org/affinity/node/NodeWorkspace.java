package org.affinity.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * npm packages installed once into a build folder exactly as a lock file says, and programs run from there.
 *
 * <p>Tests that need Node call {@link #require}: on a machine without it they are skipped, with one warning.
 */
public final class NodeWorkspace {

    private static final System.Logger LOG = System.getLogger(NodeWorkspace.class.getName());
    private static final Map<Path, NodeWorkspace> OPEN = new ConcurrentHashMap<>();
    private static final List<String> INSTALL = List.of(
            "npm",
            "ci",
            "--ignore-scripts",
            "--legacy-peer-deps",
            "--prefer-offline",
            "--no-audit",
            "--no-fund",
            "--loglevel=error");
    private static final boolean NODE_IS_THERE = answers("node") && answers("npm");

    private final Path folder;

    private NodeWorkspace(Path folder) {
        this.folder = folder;
    }

    /** What a program left: everything it printed, and its exit code. */
    public record Outcome(int exitCode, String output) {}

    /** The workspace in {@code folder}, holding the packages of {@code locked}; aborts the test when Node is absent. */
    public static NodeWorkspace require(Path locked, Path folder) {
        if (!NODE_IS_THERE) {
            abort("Node is absent: install nodejs and npm to run this check");
        }
        return OPEN.computeIfAbsent(folder, missing -> install(locked, missing));
    }

    /** The folder that holds {@code node_modules}; scripts that use the packages are written here. */
    public Path folder() {
        return folder;
    }

    /** The file of a package, as {@code package/path/in/it}. */
    public Path packageFile(String path) {
        return folder.resolve("node_modules").resolve(path);
    }

    /** Runs a program that an installed package brings. */
    public Outcome runTool(String name, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("node", packageFile(".bin/" + name).toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Runs a command in a folder; below the workspace it finds the packages. */
    public Outcome runIn(Path where, List<String> command) {
        return run(where, command);
    }

    /** Runs a command in the workspace's folder. */
    public Outcome run(List<String> command) {
        return run(folder, command);
    }

    private static NodeWorkspace install(Path locked, Path folder) {
        try {
            Path installedLock = folder.resolve("package-lock.json");
            Path complete = folder.resolve("complete");
            boolean current = Files.exists(complete)
                    && Files.exists(installedLock)
                    && Files.mismatch(locked.resolve("package-lock.json"), installedLock) == -1;
            if (!current) {
                Files.createDirectories(folder);
                Files.deleteIfExists(complete);
                for (String file : List.of("package.json", "package-lock.json")) {
                    Files.copy(locked.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
                Outcome installed = run(folder, INSTALL);
                if (installed.exitCode() != 0) {
                    throw new IllegalStateException("npm could not install the checks' packages:\n" + installed.output);
                }
                Files.createFile(complete);
            }
            return new NodeWorkspace(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(String program) {
        try {
            return run(Path.of("."), List.of(program, "--version")).exitCode() == 0;
        } catch (UncheckedIOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "SKIPPED: {0} is not installed, checks that need Node do not run",
                    program);
            return false;
        }
    }

    private static Outcome run(Path folder, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        }
    }
}
