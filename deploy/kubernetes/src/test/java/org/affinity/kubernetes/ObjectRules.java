package org.affinity.kubernetes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.affinity.kubernetes.Manifests.each;
import static org.affinity.kubernetes.Manifests.nameOf;

/** What holds for objects as such, and for how they point at each other. */
final class ObjectRules {

    private static final Pattern LABEL_KEY =
            Pattern.compile("([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?");

    private ObjectRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("objects-are-unique", ObjectRules::objectsAreUnique),
                new Rule("objects-live-in-the-one-namespace", ObjectRules::objectsLiveInTheNamespace),
                new Rule("labels-are-well-formed", ObjectRules::labelsAreWellFormed),
                new Rule("no-secret-is-in-the-manifests", ObjectRules::noSecretIsInTheManifests),
                new Rule(
                        "service-selects-one-workload",
                        manifests -> selectsOne(manifests, "Service", "/spec/selector")),
                new Rule(
                        "budget-selects-one-workload",
                        manifests -> selectsOne(manifests, "PodDisruptionBudget", "/spec/selector/matchLabels")),
                new Rule("service-port-leads-to-a-container-port", ObjectRules::servicePortsLeadSomewhere),
                new Rule("service-ports-are-named", ObjectRules::servicePortsAreNamed),
                new Rule("budget-says-one-thing", ObjectRules::budgetsSayOneThing),
                new Rule("workload-has-service-and-budget", ObjectRules::workloadsAreComplete));
    }

    private static Stream<String> objectsAreUnique(Manifests manifests) {
        Set<String> seen = new HashSet<>();
        return manifests.objects().stream()
                .map(object -> object.path("kind").asText() + "/" + nameOf(object))
                .filter(name -> !seen.add(name))
                .map(name -> name + " is there twice");
    }

    private static Stream<String> objectsLiveInTheNamespace(Manifests manifests) {
        List<String> namespaces =
                manifests.ofKind("Namespace").map(Manifests::nameOf).toList();
        return manifests.objects().stream()
                .filter(object -> !object.path("kind").asText().equals("Namespace"))
                .filter(object -> !namespaces.equals(
                        List.of(object.at("/metadata/namespace").asText())))
                .map(object -> nameOf(object) + " is not in the namespace of the manifests");
    }

    private static Stream<String> labelsAreWellFormed(Manifests manifests) {
        return manifests.objects().stream()
                .flatMap(object -> Stream.of(
                        object.at("/metadata/labels"),
                        object.at("/spec/template/metadata/labels"),
                        object.at("/spec/selector/matchLabels")))
                .flatMap(labels -> Manifests.labels(labels).entrySet().stream())
                .filter(label -> !LABEL_KEY.matcher(label.getKey()).matches()
                        || !LABEL_VALUE.matcher(label.getValue()).matches())
                .map(label -> "label " + label.getKey() + "=" + label.getValue() + " is malformed");
    }

    private static Stream<String> noSecretIsInTheManifests(Manifests manifests) {
        Pattern secretive = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|CREDENTIAL|PRIVATE|USERNAME).*");
        Stream<String> objects = manifests.ofKind("Secret").map(secret -> "Secret " + nameOf(secret));
        Stream<String> settings = manifests
                .ofKind("ConfigMap")
                .flatMap(config -> config.path("data").properties().stream())
                .filter(entry -> secretive.matcher(entry.getKey()).matches())
                .map(entry -> entry.getKey() + " is in a ConfigMap");
        Stream<String> inline = manifests
                .workloads()
                .flatMap(Workload::containers)
                .flatMap(container -> each(container.path("env")))
                .filter(entry -> entry.has("value")
                        && secretive.matcher(entry.path("name").asText()).matches())
                .map(entry -> entry.path("name").asText() + " is written out");
        return Stream.of(objects, settings, inline).flatMap(finding -> finding);
    }

    private static Stream<String> selectsOne(Manifests manifests, String kind, String pointer) {
        return manifests
                .ofKind(kind)
                .filter(object -> manifests
                                .workloads()
                                .filter(workload -> workload.isSelectedBy(object.at(pointer)))
                                .count()
                        != 1)
                .map(object -> kind + " " + nameOf(object) + " does not select exactly one workload");
    }

    private static Stream<String> servicePortsLeadSomewhere(Manifests manifests) {
        return manifests
                .ofKind("Service")
                .flatMap(service -> each(service.at("/spec/ports"))
                        .map(port -> port.path("targetPort").asText())
                        .filter(target -> manifests
                                .workloads()
                                .filter(workload -> workload.isSelectedBy(service.at("/spec/selector")))
                                .noneMatch(workload -> workload.hasPort(target)))
                        .map(target -> "Service " + nameOf(service) + " leads to no port named " + target));
    }

    private static Stream<String> servicePortsAreNamed(Manifests manifests) {
        return manifests
                .ofKind("Service")
                .filter(service -> each(service.at("/spec/ports")).anyMatch(port -> !port.has("name")))
                .map(service -> "Service " + nameOf(service) + " has a port without a name");
    }

    private static Stream<String> budgetsSayOneThing(Manifests manifests) {
        return manifests
                .ofKind("PodDisruptionBudget")
                .filter(budget -> budget.path("spec").has("minAvailable")
                        == budget.path("spec").has("maxUnavailable"))
                .map(budget -> nameOf(budget) + " must have one of minAvailable and maxUnavailable");
    }

    private static Stream<String> workloadsAreComplete(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(workload -> Stream.of(
                                "Service /spec/selector", "PodDisruptionBudget /spec/selector/matchLabels")
                        .map(companion -> companion.split(" ", 2))
                        .filter(companion -> manifests
                                .ofKind(companion[0])
                                .noneMatch(object -> workload.isSelectedBy(object.at(companion[1]))))
                        .map(companion -> workload.name() + " has no " + companion[0]));
    }
}
