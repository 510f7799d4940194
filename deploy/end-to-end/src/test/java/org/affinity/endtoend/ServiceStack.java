package org.affinity.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.affinity.local.Secrets;
import org.affinity.local.TestStackClient;
import org.affinity.local.TestStackClient.Database;
import org.affinity.local.parts.Logging;
import org.affinity.local.parts.Ports;

/** The four packaged services on fresh databases and topics of their own. */
final class ServiceStack implements AutoCloseable {

    static final Path MODULE = Path.of("").toAbsolutePath();
    static final Path PROJECT = MODULE.resolve("../..").normalize();

    private final TestStackClient platform;
    private final String topicPrefix;
    private final Path names;
    private final Map<Service, Database> databases = new EnumMap<>(Service.class);
    private final Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);

    private ServiceStack(TestStackClient platform, String topicPrefix, Path names) {
        this.platform = platform;
        this.topicPrefix = topicPrefix;
        this.names = names;
    }

    /** Provides the platform and what the services need of it; starts none of them. */
    static ServiceStack prepare(String name, String bootstrapServers) {
        Logging.quiet();
        TestStackClient platform = TestStackClient.obtain(PROJECT, PROJECT.resolve("deploy/local/target"));
        Path folder = MODULE.resolve("target").resolve(name);
        String prefix = name + "." + ProcessHandle.current().pid() + ".";
        platform.createTopics(prefix);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServiceStack stack = new ServiceStack(platform, prefix, folder.resolve("hosts"));
        stack.nameHost("localhost", "127.0.0.1");
        for (Service service : Service.values()) {
            stack.prepare(
                    service, folder, bootstrapServers == null ? platform.kafkaBootstrapServers() : bootstrapServers);
        }
        return stack;
    }

    private void prepare(Service service, Path folder, String bootstrapServers) {
        Database database = platform.createDatabase(service.database());
        databases.put(service, database);
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers,
                "QUARKUS_OIDC_AUTH_SERVER_URL", platform.issuerUrl(),
                "AFFINITY_SECRET_KEY", Secrets.key(),
                "QUARKUS_HTTP_PORT", Integer.toString(Ports.free()),
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(Ports.free()),
                "QUARKUS_OTEL_SDK_DISABLED", "true"));
        // A busy machine may take its time until the first connections stand.
        environment.put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "15S");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("AFFINITY_KAFKA_TOPIC_PREFIX", topicPrefix);
        Path log = folder.resolve(service.label() + ".log");
        List<String> options = List.of("-Djdk.net.hosts.file=" + names, "-Dsun.net.inetaddr.ttl=0");
        processes.put(service, new ServiceProcess(service, PROJECT, options, environment, log));
    }

    void startAll() {
        processes.values().forEach(ServiceProcess::start);
        processes.values().forEach(ServiceProcess::awaitReady);
    }

    ServiceProcess process(Service service) {
        return processes.get(service);
    }

    URI at(Service service, String path) {
        return URI.create(process(service).address() + path);
    }

    Database database(Service service) {
        return databases.get(service);
    }

    String bootstrapServers() {
        return platform.kafkaBootstrapServers();
    }

    String topicPrefix() {
        return topicPrefix;
    }

    Callers callers() {
        return new Callers(platform.tokenSigner(), Clock.systemUTC());
    }

    /** Says what this name resolves to from now on, in the services only: they ask no name server. */
    void nameHost(String host, String address) {
        try {
            String own = InetAddress.getLocalHost().getHostName();
            Files.writeString(names, "127.0.0.1 localhost %s%n%s %s%n".formatted(own, address, host));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        processes.values().forEach(ServiceProcess::close);
    }
}
