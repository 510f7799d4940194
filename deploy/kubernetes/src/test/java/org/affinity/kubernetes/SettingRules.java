package org.affinity.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.affinity.kubernetes.Manifests.each;
import static org.affinity.kubernetes.Manifests.nameOf;
import static org.affinity.kubernetes.Rule.ofWorkload;

/** Where a container's environment and volumes come from. */
final class SettingRules {

    private SettingRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("config-map-exists", SettingRules::configMapsExist),
                new Rule("config-map-is-used", SettingRules::configMapsAreUsed),
                ofWorkload("variable-has-one-source", SettingRules::variablesHaveOneSource),
                new Rule("variable-is-set-once", SettingRules::variablesAreSetOnce),
                ofWorkload("secret-is-own-and-required", SettingRules::secretsAreOwn),
                ofWorkload("mount-has-volume", SettingRules::mountsHaveVolumes),
                new Rule("ports-agree-with-settings", SettingRules::portsAgreeWithSettings),
                new Rule("database-is-own", SettingRules::databaseIsOwn));
    }

    /** Every variable that the containers of a workload get, in order of name. */
    static Set<String> variables(Manifests manifests, Workload workload) {
        Set<String> names = new TreeSet<>(settings(manifests, workload).keySet());
        environment(workload).map(entry -> entry.path("name").asText()).forEach(names::add);
        return names;
    }

    /** The settings that come from config maps, with their values. */
    static Map<String, String> settings(Manifests manifests, Workload workload) {
        Map<String, String> settings = new HashMap<>();
        configMaps(workload)
                .flatMap(name -> configMap(manifests, name).stream())
                .forEach(data -> settings.putAll(Manifests.labels(data)));
        return settings;
    }

    private static Stream<String> configMaps(Workload workload) {
        return workload.containers()
                .flatMap(container -> each(container.path("envFrom")))
                .map(source -> source.at("/configMapRef/name").asText());
    }

    private static Optional<JsonNode> configMap(Manifests manifests, String name) {
        return manifests
                .ofKind("ConfigMap")
                .filter(config -> nameOf(config).equals(name))
                .map(config -> config.path("data"))
                .findFirst();
    }

    private static Stream<JsonNode> environment(Workload workload) {
        return workload.containers().flatMap(container -> each(container.path("env")));
    }

    private static Stream<String> configMapsExist(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(workload -> configMaps(workload)
                        .filter(name -> configMap(manifests, name).isEmpty())
                        .map(name -> workload.name() + " takes its settings from " + name + ", which is missing"));
    }

    private static Stream<String> configMapsAreUsed(Manifests manifests) {
        Set<String> used = new HashSet<>(
                manifests.workloads().flatMap(SettingRules::configMaps).toList());
        return manifests
                .ofKind("ConfigMap")
                .map(Manifests::nameOf)
                .filter(name -> !used.contains(name))
                .map(name -> "nothing uses ConfigMap " + name);
    }

    private static Stream<String> variablesHaveOneSource(Workload workload) {
        return environment(workload)
                .filter(entry -> entry.has("value") == entry.has("valueFrom"))
                .map(entry -> entry.path("name").asText() + " must have a value or a source");
    }

    private static Stream<String> variablesAreSetOnce(Manifests manifests) {
        return manifests.workloads().flatMap(workload -> {
            Set<String> seen = new HashSet<>();
            Stream<String> fromMaps = configMaps(workload)
                    .flatMap(name -> configMap(manifests, name).stream())
                    .flatMap(data -> data.properties().stream().map(Map.Entry::getKey));
            Stream<String> own =
                    environment(workload).map(entry -> entry.path("name").asText());
            return Stream.concat(fromMaps, own)
                    .filter(name -> !seen.add(name))
                    .map(name -> workload.name() + " sets " + name + " twice");
        });
    }

    private static Stream<String> secretsAreOwn(Workload workload) {
        return environment(workload)
                .filter(entry -> entry.has("valueFrom"))
                .filter(entry -> {
                    JsonNode secret = entry.at("/valueFrom/secretKeyRef");
                    return !secret.path("name").asText().startsWith(workload.name() + "-")
                            || secret.path("key").asText().isEmpty()
                            || secret.path("optional").asBoolean();
                })
                .map(entry -> entry.path("name").asText() + " must come from a secret of its own");
    }

    private static Stream<String> mountsHaveVolumes(Workload workload) {
        Set<String> volumes = new HashSet<>(each(workload.pod().path("volumes"))
                .map(volume -> volume.path("name").asText())
                .toList());
        return workload.containers()
                .flatMap(container -> each(container.path("volumeMounts")))
                .map(mount -> mount.path("name").asText())
                .filter(name -> !volumes.contains(name))
                .map(name -> "mounts " + name + ", which is no volume");
    }

    private static Stream<String> portsAgreeWithSettings(Manifests manifests) {
        Map<String, String> settingOfPort =
                Map.of("http", "QUARKUS_HTTP_PORT", "management", "QUARKUS_MANAGEMENT_PORT");
        return manifests
                .workloads()
                .flatMap(workload -> workload.ports()
                        .filter(port -> {
                            String setting = settingOfPort.get(port.path("name").asText());
                            String value = setting == null
                                    ? null
                                    : settings(manifests, workload).get(setting);
                            return !port.path("containerPort").asText().equals(value);
                        })
                        .map(port -> workload.name() + " does not listen on " + port));
    }

    private static Stream<String> databaseIsOwn(Manifests manifests) {
        Set<String> seen = new HashSet<>();
        return manifests
                .workloads()
                .filter(workload ->
                        !seen.add(settings(manifests, workload).getOrDefault("QUARKUS_DATASOURCE_JDBC_URL", "none")))
                .map(workload -> workload.name() + " shares a database");
    }
}
