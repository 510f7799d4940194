package org.affinity.local.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.affinity.local.demo.Progress;
import picocli.CommandLine.Command;

/** Stops what runs; fine when nothing does. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops everything that 'up' started; the data stay.")
final class DownCommand implements Callable<Integer> {

    private final Layout layout = Layout.current();
    private final Progress progress = new Progress(System.out);

    @Override
    public Integer call() throws Exception {
        Optional<RunState> state = RunState.read(layout);
        if (state.isEmpty() || state.get().alive().isEmpty()) {
            RunState.delete(layout);
            progress.say("Nothing is running.");
            return 0;
        }
        return progress.step("Stopping " + state.get().alive().size() + " parts", () -> {
            new Stack(layout, state.get()).stop();
            return 0;
        });
    }
}
