package org.affinity.kubernetes;

import java.util.List;
import java.util.stream.Stream;

/** The faults that the rules must catch, one line each, all put into profile-service unless said otherwise. */
final class RuleMutants {

    private static final String SERVICE = "profile-service";
    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";
    private static final String LABELS = "/spec/template/metadata/labels";

    private RuleMutants() {}

    static List<Mutant> all() {
        return Stream.of(objects(), workloads(), containers(), security(), settings(), network())
                .flatMap(mutants -> mutants)
                .toList();
    }

    private static Stream<Mutant> objects() {
        return Stream.of(
                of("objects-are-unique", "ServiceAccount", "/metadata", "name", "matching-service"),
                of("objects-live-in-the-one-namespace", "Service", "/metadata", "namespace", "default"),
                of("objects-live-in-the-one-namespace", "Deployment", "/metadata", "namespace", null),
                of("labels-are-well-formed", "Deployment", LABELS, "team", "-creators"),
                of("labels-are-well-formed", "Deployment", LABELS, "a b", "c"),
                of("no-secret-is-in-the-manifests", "ConfigMap", "/data", "AFFINITY_SECRET_KEY", "abc"),
                of("no-secret-is-in-the-manifests", "ServiceAccount", "", "kind", "Secret"),
                of(
                        "no-secret-is-in-the-manifests",
                        "Deployment",
                        CONTAINER + "/env",
                        "+",
                        "{name: PASSWORD, value: x}"),
                of("service-selects-one-workload", "Service", "/spec/selector", "app.kubernetes.io/name", "profile"),
                of(
                        "service-selects-one-workload",
                        "Service",
                        "/spec",
                        "selector",
                        "{app.kubernetes.io/part-of: affinity}"),
                of("budget-selects-one-workload", "PodDisruptionBudget", "/spec/selector", "matchLabels", "{}"),
                of("service-port-leads-to-a-container-port", "Service", "/spec/ports/0", "targetPort", "web"),
                of("service-ports-are-named", "Service", "/spec/ports/0", "name", null),
                of("service-ports-are-named", "Service", "/spec/ports", "+", "{port: 81, targetPort: management}"),
                of("budget-says-one-thing", "PodDisruptionBudget", "/spec", "minAvailable", "1"),
                of("budget-says-one-thing", "PodDisruptionBudget", "/spec", "maxUnavailable", null),
                of("workload-has-service-and-budget", "PodDisruptionBudget", "", "kind", "ServiceAccount"),
                of("workload-has-service-and-budget", "Service", "", "kind", "ServiceAccount"));
    }

    private static Stream<Mutant> workloads() {
        return Stream.of(
                of("selector-selects-own-pods", "Deployment", LABELS, "app.kubernetes.io/name", "profile"),
                of(
                        "selector-survives-an-upgrade",
                        "Deployment",
                        "/spec/selector/matchLabels",
                        "app.kubernetes.io/version",
                        "1.0.0"),
                of(
                        "selectors-do-not-overlap",
                        "Deployment",
                        "/spec/selector",
                        "matchLabels",
                        "{app.kubernetes.io/part-of: affinity}"),
                of("rollout-never-lacks-a-pod", "Deployment", "/spec/strategy/rollingUpdate", "maxUnavailable", "1"),
                of("rollout-never-lacks-a-pod", "Deployment", "/spec/strategy/rollingUpdate", "maxSurge", "0"),
                of("rollout-never-lacks-a-pod", "Deployment", "/spec", "minReadySeconds", null),
                of("pods-are-spread", "Deployment", POD, "topologySpreadConstraints", null),
                of("pods-are-spread", "Deployment", POD + "/topologySpreadConstraints/0", "labelSelector", "{}"),
                of("grace-outlasts-shutdown", "Deployment", POD, "terminationGracePeriodSeconds", "30"),
                of("grace-outlasts-shutdown", "Deployment", CONTAINER, "lifecycle", null),
                of("scratch-space-is-bounded", "Deployment", POD + "/volumes/0", "emptyDir", "{}"),
                of("mount-has-volume", "Deployment", POD + "/volumes/0", "name", "temporary"));
    }

    private static Stream<Mutant> containers() {
        String resources = CONTAINER + "/resources";
        return Stream.of(
                of("image-is-pinned", "Deployment", CONTAINER, "image", "affinity/profile-service:latest"),
                of("image-is-pinned", "Deployment", CONTAINER, "image", "registry:5000/profile-service"),
                of("ports-are-named-and-valid", "Deployment", CONTAINER + "/ports/0", "name", null),
                of("ports-are-named-and-valid", "Deployment", CONTAINER + "/ports/0", "name", "management"),
                of(
                        "ports-are-named-and-valid",
                        "Deployment",
                        CONTAINER + "/ports/0",
                        "name",
                        "much-too-long-port-name"),
                of("ports-are-named-and-valid", "Deployment", CONTAINER + "/ports/0", "containerPort", "80800"),
                of("ports-are-named-and-valid", "Deployment", CONTAINER + "/ports/0", "containerPort", "80"),
                of("memory-and-cpu-are-requested", "Deployment", resources + "/requests", "cpu", null),
                of("memory-and-cpu-are-requested", "Deployment", resources, "requests", null),
                of("memory-is-limited", "Deployment", resources + "/limits", "memory", null),
                of("cpu-is-not-limited", "Deployment", resources + "/limits", "cpu", "2"),
                of("requests-stay-within-limits", "Deployment", resources + "/requests", "memory", "1Gi"),
                of(
                        "virtual-machine-knows-its-limits",
                        "Deployment",
                        CONTAINER,
                        "args",
                        "[-jar, /deployments/quarkus-run.jar]"),
                of(
                        "startup-asks-for-liveness",
                        "Deployment",
                        CONTAINER + "/startupProbe/httpGet",
                        "path",
                        "/q/health/started"),
                of("startup-asks-for-liveness", "Deployment", CONTAINER, "startupProbe", null),
                of("liveness-is-probed", "Deployment", CONTAINER + "/livenessProbe/httpGet", "path", "/q/health/ready"),
                of("liveness-is-probed", "Deployment", CONTAINER + "/livenessProbe/httpGet", "path", "q/health/live"),
                of("readiness-is-probed", "Deployment", CONTAINER + "/readinessProbe/httpGet", "port", "http"),
                of("readiness-is-probed", "Deployment", CONTAINER + "/readinessProbe/httpGet", "port", "8080"),
                of("probes-have-one-handler", "Deployment", CONTAINER + "/livenessProbe", "tcpSocket", "{port: http}"),
                of("slow-starts-are-borne", "Deployment", CONTAINER + "/startupProbe", "failureThreshold", "3"));
    }

    private static Stream<Mutant> security() {
        String context = CONTAINER + "/securityContext";
        return Stream.of(
                new Mutant(
                        "namespace-enforces-restricted",
                        "Namespace",
                        "affinity",
                        "/metadata/labels",
                        "pod-security.kubernetes.io/enforce",
                        "baseline"),
                of("pod-is-not-root", "Deployment", POD + "/securityContext", "runAsNonRoot", "false"),
                of("pod-is-not-root", "Deployment", POD + "/securityContext", "runAsUser", "0"),
                of("pod-is-not-root", "Deployment", context, "runAsUser", "0"),
                of(
                        "system-calls-are-filtered",
                        "Deployment",
                        POD + "/securityContext",
                        "seccompProfile",
                        "{type: Unconfined}"),
                of("no-escalation", "Deployment", context, "allowPrivilegeEscalation", null),
                of("no-privilege", "Deployment", context, "privileged", "true"),
                of("root-is-read-only", "Deployment", context, "readOnlyRootFilesystem", null),
                of("no-capabilities", "Deployment", context, "capabilities", "{drop: [NET_RAW]}"),
                of("no-capabilities", "Deployment", context, "capabilities", "{drop: [ALL], add: [SYS_ADMIN]}"),
                of("host-stays-out-of-reach", "Deployment", POD, "hostNetwork", "true"),
                of("host-stays-out-of-reach", "Deployment", CONTAINER + "/ports/0", "hostPort", "8080"),
                of("host-stays-out-of-reach", "Deployment", POD + "/volumes", "+", "{name: host, hostPath: {path: /}}"),
                of("service-account-is-own", "Deployment", POD, "serviceAccountName", "default"),
                of("service-account-is-own", "ServiceAccount", "/metadata", "name", "profiles"),
                of("no-cluster-token", "Deployment", POD, "automountServiceAccountToken", "true"),
                of("no-service-links", "Deployment", POD, "enableServiceLinks", null));
    }

    private static Stream<Mutant> settings() {
        String database =
                "{QUARKUS_DATASOURCE_JDBC_URL: 'jdbc:postgresql://campaign-database.affinity-data.svc:5432/campaign'}";
        return Stream.of(
                of("config-map-exists", "Deployment", CONTAINER + "/envFrom/0/configMapRef", "name", "affinity-common"),
                of("config-map-is-used", "ConfigMap", "/metadata", "name", "profile-service-1"),
                of("variable-has-one-source", "Deployment", CONTAINER + "/env/0", "value", "affinity"),
                of("variable-has-one-source", "Deployment", CONTAINER + "/env/0", "valueFrom", null),
                of(
                        "variable-is-set-once",
                        "Deployment",
                        CONTAINER + "/env",
                        "+",
                        "{name: QUARKUS_HTTP_PORT, value: '8080'}"),
                of(
                        "secret-is-own-and-required",
                        "Deployment",
                        CONTAINER + "/env/0/valueFrom/secretKeyRef",
                        "name",
                        "campaign-service-database"),
                of(
                        "secret-is-own-and-required",
                        "Deployment",
                        CONTAINER + "/env/0/valueFrom/secretKeyRef",
                        "optional",
                        "true"),
                of(
                        "secret-is-own-and-required",
                        "Deployment",
                        CONTAINER + "/env/0/valueFrom/secretKeyRef",
                        "key",
                        null),
                of("ports-agree-with-settings", "Deployment", CONTAINER + "/ports/0", "containerPort", "8081"),
                new Mutant(
                        "ports-agree-with-settings",
                        "ConfigMap",
                        "affinity-common",
                        "/data",
                        "QUARKUS_MANAGEMENT_PORT",
                        "'9001'"),
                of("database-is-own", "ConfigMap", "", "data", database));
    }

    private static Stream<Mutant> network() {
        return Stream.of(
                policy("everything-is-closed-first", "default-deny", "/spec", "policyTypes", "[Ingress]"),
                policy("everything-is-closed-first", "default-deny", "/spec", "ingress", "[{}]"),
                policy(
                        "edges-are-those-of-the-architecture",
                        "gateway-to-services",
                        "/spec/ingress/0/from",
                        "+",
                        "{podSelector: {matchLabels: {app.kubernetes.io/name: campaign-service}}}"),
                policy(
                        "edges-are-those-of-the-architecture",
                        "profile-service-to-database",
                        "/spec/egress/0/to/0/podSelector/matchLabels",
                        "affinity.org/database",
                        "campaign"),
                policy(
                        "edges-are-those-of-the-architecture",
                        "reporting-service-to-webhooks",
                        "/spec/podSelector",
                        "matchLabels",
                        "{app.kubernetes.io/part-of: affinity}"),
                policy(
                        "edges-are-those-of-the-architecture",
                        "services-to-kafka",
                        "/spec/podSelector/matchLabels",
                        "app.kubernetes.io/part-of",
                        "other"),
                policy("policy-names-peers-and-ports", "services-to-kafka", "/spec/egress/0", "to", "[]"),
                policy("policy-names-peers-and-ports", "services-to-kafka", "/spec/egress/0", "ports", null),
                policy("policy-names-peers-and-ports", "monitoring-to-services", "/spec/ingress", "+", "{}"),
                policy("policy-port-exists", "monitoring-to-services", "/spec/ingress/0/ports/0", "port", "metrics"),
                policy(
                        "address-in-settings-is-reachable",
                        "services-to-kafka",
                        "/spec/egress/0/ports/0",
                        "port",
                        "9094"),
                policy(
                        "address-in-settings-is-reachable",
                        "services-to-issuer",
                        "/spec/egress/0/ports/0",
                        "port",
                        "444"),
                policy(
                        "internet-leaves-out-private-ranges",
                        "reporting-service-to-webhooks",
                        "/spec/egress/0/to/0/ipBlock",
                        "except",
                        "[10.0.0.0/8]"));
    }

    private static Mutant of(String rule, String kind, String parent, String field, String value) {
        return new Mutant(rule, kind, SERVICE, parent, field, value);
    }

    private static Mutant policy(String rule, String name, String parent, String field, String value) {
        return new Mutant(rule, "NetworkPolicy", name, parent, field, value);
    }
}
