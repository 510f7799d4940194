package org.affinity.kubernetes;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One thing that a schema cannot say about manifests: a name, and what it finds wrong, in words.
 *
 * <p>Every rule has at least one mutant in {@link RuleMutants} that it must catch.
 */
record Rule(String name, Function<Manifests, Stream<String>> check) {

    static List<Rule> all() {
        return Stream.of(
                        ObjectRules.all(),
                        WorkloadRules.all(),
                        SecurityRules.all(),
                        SettingRules.all(),
                        NetworkRules.all())
                .flatMap(List::stream)
                .toList();
    }

    static Rule named(String name) {
        return all().stream()
                .filter(rule -> rule.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule " + name));
    }

    /** A rule that looks at one workload at a time; its findings begin with the workload's name. */
    static Rule ofWorkload(String name, Function<Workload, Stream<String>> check) {
        return new Rule(
                name,
                manifests -> manifests
                        .workloads()
                        .flatMap(workload -> check.apply(workload).map(finding -> workload.name() + ": " + finding)));
    }

    List<String> findings(Manifests manifests) {
        return check.apply(manifests).toList();
    }

    /** The finding, unless the condition holds. */
    static Stream<String> unless(boolean condition, String finding) {
        return condition ? Stream.empty() : Stream.of(finding);
    }

    @Override
    public String toString() {
        return name;
    }
}
