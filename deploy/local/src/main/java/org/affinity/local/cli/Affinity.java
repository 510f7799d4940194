package org.affinity.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the project; the script {@code affinity} finds a JDK, builds, and calls this. */
@Command(
        name = "affinity",
        mixinStandardHelpOptions = true,
        version = "1.0.0-SNAPSHOT",
        description = "Runs Affinity on this machine: real PostgreSQL, real Kafka, four services.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            DemoCommand.class,
            TokenCommand.class,
            BenchCommand.class
        },
        footer = {"", "  verify   runs the full test suite; arguments go to Maven"})
public final class Affinity {

    private Affinity() {}

    /** Ends with 0 when the command did what it says, 1 when it could not, 2 when it was not understood. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Affinity())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println();
                    command.getErr().println("affinity: " + explain(failure));
                    command.getErr().flush();
                    return 1;
                });
    }

    private static String explain(Exception failure) {
        return failure instanceof UserError ? failure.getMessage() : failure.toString();
    }
}
