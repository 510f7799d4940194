package org.affinity.local.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.affinity.local.Directories;
import org.affinity.local.demo.DemoOptions;
import org.affinity.local.demo.MainJob;
import org.affinity.local.demo.Progress;
import org.affinity.local.parts.PostgresServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything, runs the main job once and stays until it is told to stop. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Builds what is not built, starts everything, runs the main job once and stays up.")
final class UpCommand implements Callable<Integer> {

    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

    @Mixin
    private DemoArguments demo;

    @Option(names = "--detach", description = "Return when the main job is done; everything stays up.")
    private boolean detach;

    @Option(names = "--fresh", description = "Drop all data of earlier runs first.")
    private boolean fresh;

    @Option(names = "--no-demo", description = "Start only; do not run the main job.")
    private boolean withoutDemo;

    @Option(
            names = "--port-base",
            defaultValue = "" + PortMap.DEFAULT_BASE,
            description = "Services listen on the ports after this one; 0 = any free ports. Default: ${DEFAULT-VALUE}")
    private int portBase;

    private final Progress progress = new Progress(System.out);
    private final Layout layout = Layout.current();

    /** Set when the parts shall outlive this process. */
    private volatile boolean detached;

    @Override
    public Integer call() throws Exception {
        DemoOptions options = demo.options();
        Checks.directory(layout);
        Stack stack;
        try (FileChannel channel = FileChannel.open(
                        layout.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new UserError("Another './affinity up' is just starting; wait for it.");
            }
            stack = start();
        }
        return run(stack, options);
    }

    private Stack start() throws Exception {
        Checks.notRunning(layout);
        Checks.built(layout);
        PortMap ports = PortMap.of(portBase);
        Checks.ports(ports);
        if (fresh) {
            progress.step("Dropping the data of earlier runs", this::wipe);
        } else if (!Files.exists(layout.secrets()) && Files.exists(layout.data())) {
            throw new UserError(layout.secrets() + " is missing, the data of earlier runs cannot be opened without it."
                    + "\nPut it back, or start over with './affinity up --fresh'.");
        }
        LocalSecrets secrets = LocalSecrets.readOrCreate(layout);
        Stack stack = new Stack(layout, new RunState(System.currentTimeMillis(), List.of()));
        Thread onInterrupt = new Thread(() -> interrupted(stack), "stop");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            progress.step("Starting PostgreSQL, Kafka and the token issuer", () -> {
                stack.startPlatform(ports, secrets);
                return stack;
            });
            progress.step("Starting the services", () -> {
                stack.startServices(ports, secrets);
                return stack;
            });
            stack.state()
                    .parts()
                    .forEach(part -> progress.say("    %-18s %-24s %6d ms, %d MiB"
                            .formatted(
                                    part.name(),
                                    part.address(),
                                    part.startupMillis(),
                                    Memory.residentBytes(part.pid()) >> 20)));
            return stack;
        } catch (Exception e) {
            stack.stop();
            throw e;
        }
    }

    private Path wipe() throws IOException {
        PostgresServer.stopLeftOver(layout.data().resolve("postgres"));
        Directories.delete(layout.data());
        Files.deleteIfExists(layout.secrets());
        return layout.data();
    }

    private void interrupted(Stack stack) {
        if (!detached) {
            boolean running = !stack.isStopped();
            if (running) {
                System.out.println("\nStopping ...");
            }
            stack.stop();
            if (running) {
                System.out.println("Stopped; the data stay in " + layout.data() + ".");
            }
        }
    }

    private Integer run(Stack stack, DemoOptions options) throws Exception {
        boolean done = withoutDemo;
        if (!withoutDemo) {
            done = runMainJob(stack, options);
        }
        if (detach) {
            detached = done;
            progress.say(
                    done
                            ? "\nEverything stays up: './affinity status' shows it, './affinity down' stops it."
                            : "\nThe main job failed; everything is stopped again. Logs: " + layout.logs());
            return done ? 0 : 1;
        }
        progress.say("\nEverything stays up until Ctrl-C or './affinity down'. Logs: " + layout.logs());
        stayUp(stack);
        return done ? 0 : 1;
    }

    private boolean runMainJob(Stack stack, DemoOptions options) {
        try {
            new MainJob(Addresses.of(stack.state()), Tokens.of(layout, stack.state()), progress, options).run();
            return true;
        } catch (Exception e) {
            System.err.println("\naffinity: the main job failed: " + e.getMessage());
            return false;
        }
    }

    /** Until the parts are gone; tells of one that ends on its own. */
    private void stayUp(Stack stack) throws InterruptedException {
        Set<String> gone = new HashSet<>();
        while (RunState.read(layout).isPresent()) {
            for (RunState.Part part : stack.state().parts()) {
                boolean expected = Files.exists(Stack.stopping(layout))
                        || RunState.read(layout).isEmpty();
                if (!part.process().isAlive() && !expected && gone.add(part.name())) {
                    System.err.println(
                            "affinity: " + part.name() + " (process " + part.pid() + ") has ended; see " + part.log());
                }
            }
            Thread.sleep(LOOK_AROUND);
        }
        detached = true;
        progress.say("Stopped by './affinity down'.");
    }
}
