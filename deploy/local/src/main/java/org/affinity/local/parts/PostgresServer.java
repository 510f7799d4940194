package org.affinity.local.parts;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.affinity.local.Directories;
import org.affinity.local.Leash;
import org.affinity.local.Processes;
import org.affinity.local.Secrets;

/**
 * A real PostgreSQL server in a child process, reachable from this machine only and only with a password; it goes with
 * its parent.
 *
 * <p>One server holds one database and one login role per service. The server that answers on the port is proven to be
 * the one that was started, by its data directory.
 */
public final class PostgresServer implements AutoCloseable {

    /** The only address it listens on. */
    public static final String HOST = "127.0.0.1";

    /** The role that makes databases; services never get it. */
    public static final String ADMIN = "postgres";

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration START_PATIENCE = Duration.ofMinutes(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final EmbeddedPostgres server;
    private final Path dataDirectory;
    private final int port;
    private final String adminPassword;
    private final Optional<Leash> leash;

    private PostgresServer(EmbeddedPostgres server, Path dataDirectory, int port, String adminPassword) {
        this.server = server;
        this.dataDirectory = dataDirectory;
        this.port = port;
        this.adminPassword = adminPassword;
        this.leash = mainProcess(dataDirectory).map(Leash::on);
    }

    /** What happens to committed data when the machine loses power. */
    public enum Durability {
        /** It is there again. */
        KEPT,
        /** It may be lost; faster, for tests. */
        DISPOSABLE
    }

    /** A database, and the role that owns it. */
    public record Database(String jdbcUrl, String user, String password) {
        @Override
        public String toString() {
            return "Database[" + jdbcUrl + "]";
        }
    }

    /**
     * Starts the server on its data directory, which is made at the first start.
     *
     * @param binaries where the programs are unpacked; never shared between users of the machine
     */
    public static PostgresServer start(
            Path dataDirectory, Path binaries, int port, String adminPassword, Durability durability)
            throws IOException {
        stopLeftOver(dataDirectory);
        Ports.requireFree(port, "PostgreSQL");
        Secrets.directory(dataDirectory);
        Secrets.directory(binaries);
        Path passwordFile = dataDirectory.resolveSibling("postgres-password");
        Secrets.write(passwordFile, adminPassword + "\n");
        try {
            PostgresServer started = new PostgresServer(
                    builder(dataDirectory, binaries, port, adminPassword, durability, passwordFile)
                            .start(),
                    dataDirectory,
                    port,
                    adminPassword);
            started.requireOwnData();
            return started;
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static EmbeddedPostgres.Builder builder(
            Path dataDirectory,
            Path binaries,
            int port,
            String adminPassword,
            Durability durability,
            Path passwordFile) {
        String durable = durability == Durability.KEPT ? "on" : "off";
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(dataDirectory)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(START_PATIENCE)
                .setConnectConfig("password", adminPassword)
                // Options of initdb: passwords from the first moment on, the same collation on every machine.
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", HOST)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .setServerConfig("fsync", durable)
                .setServerConfig("full_page_writes", durable)
                .setServerConfig("synchronous_commit", durable)
                // As a server of this size is set up; with the defaults an import makes a checkpoint every few seconds.
                .setServerConfig("shared_buffers", durability == Durability.KEPT ? "512MB" : "128MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "15min");
        Path log = dataDirectory.resolveSibling("postgres.log");
        return builder.setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /** Makes the database and its role when they are missing; the role has the given password afterwards. */
    public Database provideDatabase(String name, String password) {
        requireIdentifier(name);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            boolean roleExists = exists(statement, "select from pg_roles where rolname = '" + name + "'");
            statement.execute((roleExists ? "alter" : "create") + " role " + name
                    + " login nosuperuser nocreatedb nocreaterole nobypassrls password '" + password + "'");
            if (!exists(statement, "select from pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name + " owner " + name);
                statement.execute("revoke connect, temporary on database " + name + " from public");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot provide the database " + name, e);
        }
        return new Database("jdbc:postgresql://" + HOST + ":" + port + "/" + name, name, password);
    }

    /** Like {@link #provideDatabase}, but whatever was there under this name is gone. */
    public Database freshDatabase(String name, String password) {
        requireIdentifier(name);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("drop role if exists " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot drop the database " + name, e);
        }
        return provideDatabase(name, password);
    }

    private static void requireIdentifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name (a-z, 0-9, _): " + name);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", ADMIN);
        login.setProperty("password", adminPassword);
        return DriverManager.getConnection("jdbc:postgresql://" + HOST + ":" + port + "/postgres", login);
    }

    private void requireOwnData() throws IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show data_directory")) {
            rows.next();
            Path answering = Path.of(rows.getString(1));
            if (!Files.isSameFile(answering, dataDirectory)) {
                throw new IOException("port " + port + " is answered by the server of " + answering);
            }
        } catch (SQLException | IOException e) {
            close();
            throw new IOException("PostgreSQL did not come up on port " + port + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return port;
    }

    /** The server's main process. */
    public ProcessHandle process() {
        return mainProcess(dataDirectory).orElseThrow(() -> new IllegalStateException("PostgreSQL is gone"));
    }

    @Override
    public void close() {
        Optional<ProcessHandle> process = mainProcess(dataDirectory);
        try {
            server.close();
        } catch (IOException e) {
            System.err.println("PostgreSQL: " + e.getMessage());
        }
        process.ifPresent(handle -> Processes.awaitEnd(handle, STOP_PATIENCE));
        leash.ifPresent(Leash::close);
    }

    /** Ends a server that runs on this directory, whoever started it. */
    public static void stopLeftOver(Path dataDirectory) {
        mainProcess(dataDirectory).ifPresent(handle -> {
            try {
                // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
                new ProcessBuilder(List.of("kill", "-INT", Long.toString(handle.pid())))
                        .inheritIO()
                        .start()
                        .waitFor();
            } catch (IOException e) {
                handle.destroy();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Processes.awaitEnd(handle, STOP_PATIENCE);
        });
    }

    private static Optional<ProcessHandle> mainProcess(Path dataDirectory) {
        try {
            List<String> lines = Files.readAllLines(dataDirectory.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(handle -> Processes.commandLine(handle).contains(dataDirectory.toString()));
        } catch (IOException | NumberFormatException notRunning) {
            return Optional.empty();
        }
    }

    /** Removes the data of a server that has ended. */
    public static void delete(Path dataDirectory) {
        stopLeftOver(dataDirectory);
        Directories.delete(dataDirectory);
    }
}
