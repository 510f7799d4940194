package org.affinity.local.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class AffinityTest {

    private final StringWriter errors = new StringWriter();

    private int execute(String... arguments) {
        CommandLine commandLine = Affinity.commandLine();
        commandLine.setErr(new PrintWriter(errors));
        return commandLine.execute(arguments);
    }

    @Test
    void shouldSayWhichBenchesThereAre() {
        assertThat(execute("bench", "nope")).isEqualTo(1);
        assertThat(errors).asString().contains("no bench called 'nope'").contains("line (");
    }

    @Test
    void shouldRefuseAMappingWithoutAList() {
        assertThat(execute("up", "--mapping", "mapping.json")).isEqualTo(1);
        assertThat(errors).asString().contains("--creators FILE");
    }

    @Test
    void shouldRefuseAListThatIsNotThere() {
        assertThat(execute("demo", "--creators", "/no/such/file.csv")).isEqualTo(1);
        assertThat(errors).asString().contains("no such file");
    }

    @Test
    void shouldEndWithTwoWhenItDoesNotUnderstand() {
        assertThat(execute("token", "king")).isEqualTo(2);
        assertThat(errors).asString().contains("king");
    }
}
