package org.affinity.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.affinity.kubernetes.Manifests.each;
import static org.affinity.kubernetes.Rule.ofWorkload;
import static org.affinity.kubernetes.Rule.unless;

/** How a Deployment rolls out, what it asks for, and how its health is seen. */
final class WorkloadRules {

    /** What a service needs after SIGTERM: its running requests and the outbox. */
    private static final int SHUTDOWN_SECONDS = 25;

    private static final int SLOWEST_START_SECONDS = 120;
    private static final Pattern QUANTITY = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(m|k|M|G|Ki|Mi|Gi)?");
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "m", new BigDecimal("0.001"),
            "k", new BigDecimal(1_000),
            "M", new BigDecimal(1_000_000),
            "G", new BigDecimal(1_000_000_000),
            "Ki", new BigDecimal(1L << 10),
            "Mi", new BigDecimal(1L << 20),
            "Gi", new BigDecimal(1L << 30));

    private WorkloadRules() {}

    static List<Rule> all() {
        return List.of(
                ofWorkload("selector-selects-own-pods", WorkloadRules::selectorSelectsOwnPods),
                ofWorkload("selector-survives-an-upgrade", WorkloadRules::selectorSurvivesAnUpgrade),
                new Rule("selectors-do-not-overlap", WorkloadRules::selectorsDoNotOverlap),
                ofWorkload("rollout-never-lacks-a-pod", WorkloadRules::rolloutNeverLacksAPod),
                ofWorkload("pods-are-spread", WorkloadRules::podsAreSpread),
                ofWorkload("grace-outlasts-shutdown", WorkloadRules::graceOutlastsShutdown),
                ofWorkload("image-is-pinned", WorkloadRules::imageIsPinned),
                ofWorkload("ports-are-named-and-valid", WorkloadRules::portsAreNamed),
                ofWorkload("memory-and-cpu-are-requested", WorkloadRules::resourcesAreRequested),
                ofWorkload("memory-is-limited", WorkloadRules::memoryIsLimited),
                ofWorkload("cpu-is-not-limited", WorkloadRules::cpuIsNotLimited),
                ofWorkload("requests-stay-within-limits", WorkloadRules::requestsStayWithinLimits),
                ofWorkload("virtual-machine-knows-its-limits", WorkloadRules::virtualMachineKnowsItsLimits),
                ofWorkload("startup-asks-for-liveness", pod -> probe(pod, "startupProbe", "/q/health/live")),
                ofWorkload("liveness-is-probed", pod -> probe(pod, "livenessProbe", "/q/health/live")),
                ofWorkload("readiness-is-probed", pod -> probe(pod, "readinessProbe", "/q/health/ready")),
                ofWorkload("probes-have-one-handler", WorkloadRules::probesHaveOneHandler),
                ofWorkload("slow-starts-are-borne", WorkloadRules::slowStartsAreBorne));
    }

    private static Stream<String> selectorSelectsOwnPods(Workload workload) {
        return unless(workload.isSelectedBy(selector(workload)), "selector does not match the pod's labels");
    }

    private static Stream<String> selectorSurvivesAnUpgrade(Workload workload) {
        return unless(!selector(workload).has("app.kubernetes.io/version"), "the version is in the immutable selector");
    }

    private static Stream<String> selectorsDoNotOverlap(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(one -> manifests
                        .workloads()
                        .filter(other -> !other.name().equals(one.name()))
                        .filter(other -> other.isSelectedBy(selector(one)))
                        .map(other -> one.name() + " also selects the pods of " + other.name()));
    }

    private static JsonNode selector(Workload workload) {
        return workload.object().at("/spec/selector/matchLabels");
    }

    private static Stream<String> rolloutNeverLacksAPod(Workload workload) {
        JsonNode spec = workload.object().path("spec");
        JsonNode rolling = spec.at("/strategy/rollingUpdate");
        boolean careful = rolling.path("maxUnavailable").asText().equals("0")
                && rolling.path("maxSurge").asInt() > 0
                && spec.path("minReadySeconds").asInt() > 0;
        return unless(careful, "a rollout must add a pod before it takes one away, and look at it for a moment");
    }

    private static Stream<String> podsAreSpread(Workload workload) {
        return Stream.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")
                .filter(key -> each(workload.pod().path("topologySpreadConstraints"))
                        .filter(spread -> spread.path("topologyKey").asText().equals(key))
                        .noneMatch(spread -> workload.isSelectedBy(spread.at("/labelSelector/matchLabels"))))
                .map(key -> "its pods are not spread over " + key);
    }

    private static Stream<String> graceOutlastsShutdown(Workload workload) {
        int grace = workload.pod().path("terminationGracePeriodSeconds").asInt();
        return workload.containers()
                .map(container ->
                        container.at("/lifecycle/preStop/sleep/seconds").asInt())
                .filter(delay -> delay == 0 || grace <= delay + SHUTDOWN_SECONDS)
                .map(delay -> "grace of " + grace + " s is too short for a delay of " + delay + " s and the shutdown");
    }

    private static Stream<String> imageIsPinned(Workload workload) {
        return workload.containers()
                .map(container -> container.path("image").asText())
                .filter(image ->
                        !image.matches("[^@]+@sha256:[0-9a-f]{64}|.*[^/]:(?!latest$)[A-Za-z0-9_][A-Za-z0-9_.-]*"))
                .map(image -> "image " + image + " has no fixed tag");
    }

    private static Stream<String> portsAreNamed(Workload workload) {
        Set<String> seen = new HashSet<>();
        return workload.ports()
                .filter(port -> !port.path("name").asText().matches("(?=.*[a-z])[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?")
                        || !seen.add(port.path("name").asText())
                        || port.path("containerPort").asInt() < 1024
                        || port.path("containerPort").asInt() > 65535)
                .map(port -> "port " + port + " has a bad or repeated name or number");
    }

    private static Stream<String> resourcesAreRequested(Workload workload) {
        return workload.containers()
                .map(container -> container.at("/resources/requests"))
                .filter(requests -> !requests.has("cpu") || !requests.has("memory"))
                .map(requests -> "cpu and memory must be requested");
    }

    private static Stream<String> memoryIsLimited(Workload workload) {
        return workload.containers()
                .filter(container -> !container.at("/resources/limits").has("memory"))
                .map(container -> "memory must have a limit");
    }

    private static Stream<String> cpuIsNotLimited(Workload workload) {
        return workload.containers()
                .filter(container -> container.at("/resources/limits").has("cpu"))
                .map(container -> "a limit on cpu throttles the start-up until probes fail");
    }

    private static Stream<String> requestsStayWithinLimits(Workload workload) {
        return workload.containers()
                .flatMap(container -> container.at("/resources/limits").properties().stream()
                        .filter(limit -> container.at("/resources/requests").has(limit.getKey()))
                        .filter(limit ->
                                amount(container.at("/resources/requests").path(limit.getKey()))
                                                .compareTo(amount(limit.getValue()))
                                        > 0)
                        .map(limit -> "requests more " + limit.getKey() + " than its limit"));
    }

    private static BigDecimal amount(JsonNode quantity) {
        Matcher matcher = QUANTITY.matcher(quantity.asText());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a quantity: " + quantity);
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        return matcher.group(2) == null ? number : number.multiply(UNITS.get(matcher.group(2)));
    }

    private static Stream<String> virtualMachineKnowsItsLimits(Workload workload) {
        return workload.containers()
                .flatMap(container -> Stream.of("-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError")
                        .filter(option -> each(container.path("args"))
                                .noneMatch(argument -> argument.asText().equals(option)))
                        .map(option -> "runs without " + option));
    }

    private static Stream<String> probe(Workload workload, String kind, String path) {
        return workload.containers()
                .map(container -> container.at("/" + kind + "/httpGet"))
                .filter(get -> !get.path("path").asText().equals(path)
                        || !get.path("port").asText().equals("management")
                        || !workload.hasPort("management"))
                .map(get -> kind + " must ask " + path + " on the management port");
    }

    private static Stream<String> probesHaveOneHandler(Workload workload) {
        return workload.containers()
                .flatMap(container -> Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                        .filter(kind -> Stream.of("httpGet", "tcpSocket", "exec", "grpc")
                                        .filter(handler -> container.path(kind).has(handler))
                                        .count()
                                != 1)
                        .map(kind -> kind + " must have exactly one handler"));
    }

    private static Stream<String> slowStartsAreBorne(Workload workload) {
        return workload.containers()
                .map(container -> container.path("startupProbe"))
                .filter(probe -> probe.path("periodSeconds").asInt()
                                * probe.path("failureThreshold").asInt()
                        < SLOWEST_START_SECONDS)
                .map(probe -> "gives up on a start before " + SLOWEST_START_SECONDS + " s");
    }
}
