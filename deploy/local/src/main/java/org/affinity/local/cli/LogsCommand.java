package org.affinity.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of a log, and what is added to it. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the log of one part.")
final class LogsCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(250);

    @Parameters(paramLabel = "SERVICE", description = "profile-service (or profile) …, platform, postgres")
    private String service;

    @Option(names = "-f", description = "Go on showing what is added.")
    private boolean follow;

    @Option(names = "-n", defaultValue = "200", description = "Lines to show; default: ${DEFAULT-VALUE}")
    private int lines;

    private final Layout layout = Layout.current();

    @Override
    public Integer call() throws Exception {
        Path log = find(layout, service);
        if (!Files.exists(log)) {
            throw new UserError("There is no log yet (" + log + "); './affinity up' starts everything.");
        }
        System.out.println(LogLines.tail(log, lines));
        if (follow) {
            follow(log);
        }
        return 0;
    }

    static Path find(Layout layout, String name) {
        Map<String, Path> known = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            known.put(service.label(), layout.log(service.label()));
        }
        known.put("platform", layout.log("platform"));
        known.put("kafka", layout.log("platform"));
        known.put("issuer", layout.log("platform"));
        known.put("postgres", layout.data().resolve("postgres.log"));
        Path log = known.getOrDefault(name, known.get(name + "-service"));
        if (log == null) {
            throw new UserError("No part is called '" + name + "'; choose one of "
                    + String.join(", ", new ArrayList<>(known.keySet())) + ".");
        }
        return log;
    }

    private static void follow(Path log) throws IOException, InterruptedException {
        try (InputStream bytes = Files.newInputStream(log);
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            bytes.skipNBytes(Files.size(log));
            while (true) {
                String line = reader.readLine();
                if (line == null) {
                    Thread.sleep(POLL);
                } else {
                    System.out.println(LogLines.readable(line));
                }
            }
        }
    }
}
