package org.affinity.profile.creator.domain;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The platforms there are: those that ship with the service, in {@code platforms.json}, and those of operators. */
public final class Platforms {

    private static final Platforms SHIPPED = new Platforms(read());

    private final Map<Platform, PlatformDescription> byName = new LinkedHashMap<>();

    private Platforms(List<PlatformDescription> descriptions) {
        descriptions.forEach(description -> byName.put(description.platform(), description));
    }

    /** The platforms that ship with the service. */
    public static Platforms shipped() {
        return SHIPPED;
    }

    /** These platforms and others behind them; one of a name that is there already takes its place. */
    public Platforms with(List<PlatformDescription> others) {
        var all = new ArrayList<>(byName.values());
        all.addAll(others);
        return new Platforms(all);
    }

    /** All of them, always in the same order. */
    public List<PlatformDescription> all() {
        return List.copyOf(byName.values());
    }

    /** The platform of that name; empty when there is none. */
    public Optional<PlatformDescription> find(Platform platform) {
        return Optional.ofNullable(byName.get(platform));
    }

    /** Notes a platform that is not there. */
    public void check(Platform platform, BrokenRules rules, String at) {
        rules.check(byName.containsKey(platform), at, "platform", "must be one of " + byName.keySet());
    }

    /** Notes a figure that the platform does not tell of its accounts. */
    public void check(Platform platform, Observation observation, BrokenRules rules, String at) {
        lackingIn(platform, observation)
                .ifPresent(metric ->
                        rules.check(false, at, "metric", "tells " + metric + ", which the platform does not"));
    }

    /** The first figure of an observation that a platform does not tell; empty when it tells all of them. */
    public Optional<PlatformMetric> lackingIn(Platform platform, Observation observation) {
        return find(platform).flatMap(description -> description.lackingIn(observation));
    }

    /** Reads the name of an account on a platform; empty when it has no such accounts, or is not there. */
    public Optional<Handle> handle(Platform platform, String text) {
        return find(platform).flatMap(description -> description.handleIn(text));
    }

    /** The platform that a cell names, by its name or by a word for it, whatever the case. */
    public Optional<Platform> named(String cell) {
        String name = cell.toUpperCase(Locale.ROOT);
        String words = PlainWords.of(cell);
        return byName.values().stream()
                .filter(one ->
                        one.platform().name().equals(name) || one.aliases().contains(words))
                .map(PlatformDescription::platform)
                .findFirst();
    }

    /** The first platform of which a text has a word. */
    public Optional<Platform> mentionedIn(String text) {
        String words = " " + PlainWords.of(text) + " ";
        return byName.values().stream()
                .filter(one -> one.aliases().stream().anyMatch(alias -> words.contains(" " + alias)))
                .map(PlatformDescription::platform)
                .findFirst();
    }

    /** Whether a text is the address of an account on any of them. */
    public boolean isAddress(String text) {
        return byName.values().stream().anyMatch(one -> one.isAddress(text));
    }

    private static List<PlatformDescription> read() {
        try (InputStream data = Platforms.class.getResourceAsStream("/platforms.json")) {
            return new ObjectMapper().readValue(data, File.class).platforms();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record File(String note, List<PlatformDescription> platforms) {}
}
