package org.affinity.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.affinity.kubernetes.Manifests.each;
import static org.affinity.kubernetes.Manifests.nameOf;
import static org.affinity.kubernetes.Rule.unless;

/** Who may talk to whom: everything is closed, and the open edges are those of the architecture. */
final class NetworkRules {

    private static final Pattern PORT_OF_ADDRESS = Pattern.compile(":(\\d{2,5})(?:/|$)");
    private static final Set<String> COMMON_EDGES = Set.of(
            "runs-gateway -> http",
            "runs-monitoring -> management",
            "-> kube-system/kube-dns",
            "-> runs-kafka",
            "-> runs-issuer",
            "-> runs-telemetry");
    private static final Map<String, Set<String>> OWN_EDGES = Map.of(
            "profile-service", Set.of("-> runs-postgresql/profile"),
            "campaign-service", Set.of("-> runs-postgresql/campaign"),
            "matching-service", Set.of("-> runs-postgresql/matching"),
            "reporting-service", Set.of("-> runs-postgresql/reporting", "-> internet:443"));

    private NetworkRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("everything-is-closed-first", NetworkRules::everythingIsClosedFirst),
                new Rule("edges-are-those-of-the-architecture", NetworkRules::edgesAreThoseOfTheArchitecture),
                new Rule("policy-names-peers-and-ports", NetworkRules::policiesNamePeersAndPorts),
                new Rule("policy-port-exists", NetworkRules::policyPortsExist),
                new Rule("address-in-settings-is-reachable", NetworkRules::addressesAreReachable),
                new Rule("internet-leaves-out-private-ranges", NetworkRules::internetLeavesOutPrivateRanges));
    }

    private static Stream<String> everythingIsClosedFirst(Manifests manifests) {
        boolean closed = manifests
                .ofKind("NetworkPolicy")
                .map(policy -> policy.path("spec"))
                .anyMatch(spec -> spec.path("podSelector").isEmpty()
                        && each(spec.path("policyTypes")).count() == 2
                        && !spec.has("ingress")
                        && !spec.has("egress"));
        return unless(closed, "no policy closes the namespace in both directions");
    }

    private static Stream<String> edgesAreThoseOfTheArchitecture(Manifests manifests) {
        return manifests.workloads().flatMap(workload -> {
            Set<String> wanted = new TreeSet<>(COMMON_EDGES);
            wanted.addAll(OWN_EDGES.getOrDefault(workload.name(), Set.of()));
            Set<String> open = new TreeSet<>();
            policiesOf(manifests, workload).flatMap(NetworkRules::edges).forEach(open::add);
            return unless(open.equals(wanted), workload.name() + " has the edges " + open + " instead of " + wanted);
        });
    }

    private static Stream<JsonNode> policiesOf(Manifests manifests, Workload workload) {
        return manifests
                .ofKind("NetworkPolicy")
                .map(policy -> policy.path("spec"))
                .filter(spec -> Manifests.selects(spec.at("/podSelector/matchLabels"), workload.podLabels()));
    }

    private static Stream<String> edges(JsonNode policy) {
        Stream<String> in = each(policy.path("ingress"))
                .flatMap(rule ->
                        each(rule.path("from")).flatMap(peer -> ports(rule).map(port -> peer(peer) + " -> " + port)));
        Stream<String> out = each(policy.path("egress"))
                .flatMap(rule -> each(rule.path("to"))
                        .map(peer -> "-> " + peer(peer)
                                + (peer.has("ipBlock")
                                        ? ":" + String.join(",", ports(rule).toList())
                                        : "")));
        return Stream.concat(in, out);
    }

    private static String peer(JsonNode peer) {
        if (peer.has("ipBlock")) {
            return "internet";
        }
        Map<String, String> namespace = Manifests.labels(peer.at("/namespaceSelector/matchLabels"));
        String place = namespace.getOrDefault(
                "kubernetes.io/metadata.name",
                String.join(",", namespace.keySet()).replace("affinity.org/", ""));
        String pods = String.join(
                ",", Manifests.labels(peer.at("/podSelector/matchLabels")).values());
        return pods.isEmpty() ? place : place + "/" + pods;
    }

    private static Stream<String> ports(JsonNode rule) {
        return each(rule.path("ports")).map(port -> port.path("port").asText());
    }

    private static Stream<String> policiesNamePeersAndPorts(Manifests manifests) {
        return manifests
                .ofKind("NetworkPolicy")
                .filter(policy -> Stream.concat(
                                each(policy.at("/spec/ingress"))
                                        .filter(rule -> rule.path("from").isEmpty() || open(rule)),
                                each(policy.at("/spec/egress"))
                                        .filter(rule -> rule.path("to").isEmpty() || open(rule)))
                        .findAny()
                        .isPresent())
                .map(policy -> nameOf(policy) + " is open to everyone or on every port");
    }

    private static boolean open(JsonNode rule) {
        return rule.path("ports").isEmpty();
    }

    private static Stream<String> policyPortsExist(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(workload -> policiesOf(manifests, workload)
                        .flatMap(policy -> each(policy.path("ingress")))
                        .flatMap(NetworkRules::ports)
                        .filter(port -> !workload.hasPort(port))
                        .map(port -> workload.name() + " has no port " + port + " that a policy opens"));
    }

    private static Stream<String> addressesAreReachable(Manifests manifests) {
        return manifests.workloads().flatMap(workload -> {
            Set<String> open = new TreeSet<>(policiesOf(manifests, workload)
                    .flatMap(policy -> each(policy.path("egress")))
                    .flatMap(NetworkRules::ports)
                    .toList());
            return SettingRules.settings(manifests, workload).entrySet().stream()
                    .filter(setting -> {
                        Matcher port = PORT_OF_ADDRESS.matcher(setting.getValue());
                        return port.find() && !open.contains(port.group(1));
                    })
                    .map(setting -> workload.name() + " may not reach " + setting.getValue());
        });
    }

    private static Stream<String> internetLeavesOutPrivateRanges(Manifests manifests) {
        Set<String> inner = Set.of(
                "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8", "100.64.0.0/10");
        return manifests
                .ofKind("NetworkPolicy")
                .flatMap(policy -> each(policy.at("/spec/egress")))
                .flatMap(rule -> each(rule.path("to")))
                .map(peer -> peer.path("ipBlock"))
                .filter(block -> block.path("cidr").asText().equals("0.0.0.0/0"))
                .filter(block -> !each(block.path("except"))
                        .map(JsonNode::asText)
                        .toList()
                        .containsAll(inner))
                .map(block -> "the way to the internet also leads to private addresses");
    }
}
