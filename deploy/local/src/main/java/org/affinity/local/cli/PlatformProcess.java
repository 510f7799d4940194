package org.affinity.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.affinity.local.Secrets;
import org.affinity.local.parts.Logging;
import org.affinity.local.parts.Platform;
import org.affinity.local.parts.Platform.PortPlan;
import org.affinity.local.parts.PostgresServer.Durability;
import org.affinity.local.parts.Topics;

/**
 * The process that holds PostgreSQL, Kafka and the issuer of a working copy; runs until it is asked to end.
 *
 * <p>Makes the databases and topics, then says so in {@code .affinity/run/platform.json}.
 */
final class PlatformProcess {

    static final String READY_FILE = "platform.json";

    private PlatformProcess() {}

    public static void main(String[] arguments) {
        Logging.quiet();
        Layout layout = Layout.current();
        try {
            run(layout, ports(arguments));
        } catch (Exception e) {
            System.err.println("could not start: " + e.getMessage());
            e.printStackTrace();
            System.exit(1);
        }
    }

    static String[] arguments(PortPlan ports) {
        return new String[] {
            Integer.toString(ports.postgres()),
            Integer.toString(ports.kafka()),
            Integer.toString(ports.kafkaController()),
            Integer.toString(ports.issuer())
        };
    }

    private static PortPlan ports(String[] arguments) {
        return new PortPlan(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
    }

    private static void run(Layout layout, PortPlan ports) throws Exception {
        LocalSecrets secrets = LocalSecrets.read(layout);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Platform platform =
                Platform.start(layout.data(), layout.programs(), ports, secrets.postgresAdmin(), Durability.KEPT)) {
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop"));
            for (Service service : Service.values()) {
                platform.postgres()
                        .provideDatabase(
                                service.database(), secrets.databasePasswords().get(service));
            }
            Topics.create(platform.kafka().bootstrapServers(), "");
            Map<String, Object> ready = new LinkedHashMap<>();
            ready.put("pid", ProcessHandle.current().pid());
            ready.put("postgresPid", platform.postgres().process().pid());
            ready.put("startupMillis", platform.startupMillis());
            Path file = layout.run().resolve(READY_FILE);
            Secrets.write(file, new ObjectMapper().writeValueAsString(ready));
            stopped.await();
        }
    }
}
