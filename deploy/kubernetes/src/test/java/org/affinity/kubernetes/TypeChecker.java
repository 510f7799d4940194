package org.affinity.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.affinity.node.NodeWorkspace;

/**
 * Holds objects against the published types of Kubernetes, twice: as typed literals for {@code tsc --strict}, which
 * sees unknown and missing fields, kinds and groups, and by the schemas' own {@code validate()}, which sees patterns
 * and ranges.
 */
final class TypeChecker {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMPILER_OPTIONS = """
            {"compilerOptions": {"strict": true, "noEmit": true, "skipLibCheck": true, "target": "es2022",
              "module": "node16", "moduleResolution": "node16", "types": []}, "include": ["*.ts"]}
            """;
    private static final String VALIDATOR = """
            const { readdirSync, readFileSync } = require("node:fs");
            for (const file of readdirSync(".").filter((name) => name.endsWith(".json") && name !== "tsconfig.json")) {
              const object = JSON.parse(readFileSync(file, "utf8"));
              try {
                new (require("kubernetes-models/" + object.apiVersion)[object.kind])(object).validate();
              } catch (error) {
                console.log(file + ": " + String(error.message).replaceAll("\\n", " "));
              }
            }
            """;

    private final NodeWorkspace workspace;
    private final Path folder;

    TypeChecker(String name) {
        workspace = ManifestFiles.workspace();
        folder = workspace.folder().resolve("types").resolve(name);
    }

    /** What is wrong with each object, by the name it was given; an object without fault is absent. */
    Map<String, List<String>> check(Map<String, ObjectNode> objects) {
        write(objects);
        Map<String, List<String>> findings = new TreeMap<>();
        collect(findings, workspace.runTool("tsc", "--pretty", "false", "--project", folder.toString()));
        collect(findings, workspace.runIn(folder, List.of("node", "validate.cjs")));
        return findings;
    }

    private void write(Map<String, ObjectNode> objects) {
        try {
            Files.createDirectories(folder);
            try (var old = Files.newDirectoryStream(folder)) {
                for (Path file : old) {
                    Files.delete(file);
                }
            }
            Files.writeString(folder.resolve("tsconfig.json"), COMPILER_OPTIONS);
            Files.writeString(folder.resolve("validate.cjs"), VALIDATOR);
            for (var entry : objects.entrySet()) {
                String literal = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entry.getValue());
                Files.writeString(folder.resolve(entry.getKey() + ".json"), literal);
                Files.writeString(folder.resolve(entry.getKey() + ".ts"), typed(entry.getValue(), literal));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String typed(ObjectNode object, String literal) {
        return "import type { I%1$s } from \"kubernetes-models/%2$s\";%nexport const object: I%1$s = %3$s;%n"
                .formatted(
                        object.path("kind").asText(), object.path("apiVersion").asText(), literal);
    }

    /** Lines of both tools begin with the file's name. */
    private static void collect(Map<String, List<String>> findings, NodeWorkspace.Outcome outcome) {
        outcome.output()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .forEach(line -> {
                    String file = line.substring(line.lastIndexOf('/', line.indexOf(':')) + 1);
                    findings.computeIfAbsent(file.replaceFirst("\\..*", ""), name -> new ArrayList<>())
                            .add(line);
                });
    }
}
