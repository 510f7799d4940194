package org.affinity.profile.tier.domain;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;

/** The tier schemes that requests can choose from: data, in {@code tier-schemes.json}. */
public final class TierSchemes {

    /** The scheme of requests that name none, and of events. */
    public static final String DEFAULT = "default";

    /** What the id of a scheme looks like. */
    public static final String ID_PATTERN = "[a-z0-9-]{1,40}";

    private static final List<TierScheme> ALL = read();

    private TierSchemes() {}

    /** Every scheme, the default one first. */
    public static List<TierScheme> all() {
        return ALL;
    }

    /**
     * The scheme that a request named.
     *
     * @throws DomainException 400 when there is none of this name
     */
    public static TierScheme named(String id) {
        return ALL.stream()
                .filter(scheme -> scheme.id().equals(id))
                .findFirst()
                .orElseThrow(() -> refused(
                        "tierScheme",
                        "must be one of " + ALL.stream().map(TierScheme::id).toList()));
    }

    /**
     * The tier that a request named; null for null.
     *
     * @throws DomainException 400 when the scheme has none of this name
     */
    public static TierBand band(TierScheme scheme, String tier) {
        return tier == null
                ? null
                : scheme.band(tier)
                        .orElseThrow(() -> refused(
                                "tier",
                                "must be one of "
                                        + scheme.bands().stream()
                                                .map(TierBand::tier)
                                                .toList()
                                        + " in the scheme " + scheme.id()));
    }

    private static DomainException refused(String parameter, String detail) {
        return new DomainException(
                CommonProblem.INVALID_PARAMETER,
                parameter + " " + detail,
                List.of(FieldError.ofParameter(parameter, "oneOf", detail)));
    }

    private static List<TierScheme> read() {
        try (InputStream data = TierSchemes.class.getResourceAsStream("/tier-schemes.json")) {
            return List.copyOf(new ObjectMapper().readValue(data, File.class).schemes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record File(List<TierScheme> schemes) {}
}
