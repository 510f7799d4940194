package org.affinity.local.cli;

import java.util.concurrent.Callable;
import org.affinity.local.demo.DemoOptions;
import org.affinity.local.demo.MainJob;
import org.affinity.local.demo.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the main job on the running stack. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Runs the main job, from creator list to measured report, on what 'up' started.")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private DemoArguments demo;

    @Override
    public Integer call() throws Exception {
        DemoOptions options = demo.options();
        Layout layout = Layout.current();
        RunState state = Addresses.running(layout);
        new MainJob(Addresses.of(state), Tokens.of(layout, state), new Progress(System.out), options).run();
        return 0;
    }
}
