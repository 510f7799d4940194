package org.affinity.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import static org.affinity.kubernetes.Manifests.each;
import static org.affinity.kubernetes.Manifests.nameOf;
import static org.affinity.kubernetes.Rule.ofWorkload;
import static org.affinity.kubernetes.Rule.unless;

/** The "restricted" Pod Security Standard, and a little more. */
final class SecurityRules {

    private SecurityRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("namespace-enforces-restricted", SecurityRules::namespaceEnforcesRestricted),
                ofWorkload("pod-is-not-root", SecurityRules::podIsNotRoot),
                ofWorkload("system-calls-are-filtered", SecurityRules::systemCallsAreFiltered),
                inContainers("no-escalation", "/securityContext/allowPrivilegeEscalation", SecurityRules::isFalse),
                inContainers("no-privilege", "/securityContext/privileged", privileged -> !isTrue(privileged)),
                inContainers("root-is-read-only", "/securityContext/readOnlyRootFilesystem", SecurityRules::isTrue),
                inContainers("no-capabilities", "/securityContext/capabilities", SecurityRules::dropsAll),
                ofWorkload("host-stays-out-of-reach", SecurityRules::hostStaysOutOfReach),
                new Rule("service-account-is-own", SecurityRules::serviceAccountIsOwn),
                ofWorkload("no-cluster-token", SecurityRules::noClusterToken),
                ofWorkload("no-service-links", SecurityRules::noServiceLinks),
                ofWorkload("scratch-space-is-bounded", SecurityRules::scratchSpaceIsBounded));
    }

    private static Rule inContainers(String name, String pointer, Predicate<JsonNode> wanted) {
        return ofWorkload(
                name,
                workload -> workload.containers()
                        .map(container -> container.at(pointer))
                        .filter(wanted.negate())
                        .map(value -> pointer + " is " + value));
    }

    private static Stream<String> namespaceEnforcesRestricted(Manifests manifests) {
        return manifests
                .ofKind("Namespace")
                .filter(namespace -> !Manifests.labels(namespace.at("/metadata/labels"))
                        .getOrDefault("pod-security.kubernetes.io/enforce", "")
                        .equals("restricted"))
                .map(namespace -> nameOf(namespace) + " does not enforce the restricted standard");
    }

    private static Stream<String> podIsNotRoot(Workload workload) {
        JsonNode context = workload.pod().path("securityContext");
        boolean harmless = isTrue(context.path("runAsNonRoot"))
                && context.path("runAsUser").asInt() == 10001
                && workload.containers()
                        .noneMatch(
                                container -> container.path("securityContext").has("runAsUser"));
        return unless(harmless, "must run as user 10001");
    }

    private static Stream<String> systemCallsAreFiltered(Workload workload) {
        String profile =
                workload.pod().at("/securityContext/seccompProfile/type").asText();
        return unless(profile.equals("RuntimeDefault"), "seccomp profile must be RuntimeDefault");
    }

    private static boolean dropsAll(JsonNode capabilities) {
        return capabilities.path("add").isEmpty()
                && each(capabilities.path("drop"))
                        .anyMatch(name -> name.asText().equals("ALL"));
    }

    private static Stream<String> hostStaysOutOfReach(Workload workload) {
        Stream<String> shared = Stream.of("hostNetwork", "hostPID", "hostIPC").filter(workload.pod()::has);
        Stream<String> ports =
                workload.ports().filter(port -> port.has("hostPort")).map(port -> "hostPort");
        Stream<String> paths = each(workload.pod().path("volumes"))
                .filter(volume -> volume.has("hostPath"))
                .map(volume -> "hostPath");
        return Stream.of(shared, ports, paths).flatMap(what -> what).map(what -> what + " opens the host");
    }

    private static Stream<String> serviceAccountIsOwn(Manifests manifests) {
        return manifests
                .workloads()
                .filter(workload ->
                        !workload.pod().path("serviceAccountName").asText().equals(workload.name())
                                || manifests
                                        .ofKind("ServiceAccount")
                                        .noneMatch(account -> nameOf(account).equals(workload.name())))
                .map(workload -> workload.name() + " has no service account of its own");
    }

    private static Stream<String> noClusterToken(Workload workload) {
        return unless(isFalse(workload.pod().path("automountServiceAccountToken")), "gets a token of the cluster");
    }

    private static Stream<String> noServiceLinks(Workload workload) {
        return unless(isFalse(workload.pod().path("enableServiceLinks")), "gets variables of other services");
    }

    private static Stream<String> scratchSpaceIsBounded(Workload workload) {
        return each(workload.pod().path("volumes"))
                .filter(volume ->
                        volume.has("emptyDir") && !volume.path("emptyDir").has("sizeLimit"))
                .map(volume -> "volume " + volume.path("name").asText() + " has no size limit");
    }

    private static boolean isTrue(JsonNode node) {
        return node.isBoolean() && node.booleanValue();
    }

    private static boolean isFalse(JsonNode node) {
        return node.isBoolean() && !node.booleanValue();
    }
}
