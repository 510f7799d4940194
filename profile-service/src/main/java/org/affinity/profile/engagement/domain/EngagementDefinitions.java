package org.affinity.profile.engagement.domain;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;

/** The definitions that requests can choose from: data, in {@code engagement-definitions.json}. */
public final class EngagementDefinitions {

    /** The definition of requests that name none, of lists and of events. */
    public static final String DEFAULT = "followers-mean";

    /** What the id of a definition looks like. */
    public static final String ID_PATTERN = "[a-z0-9-]{1,40}";

    private static final List<EngagementDefinition> ALL = read();

    private EngagementDefinitions() {}

    /** Every definition, the default one first. */
    public static List<EngagementDefinition> all() {
        return ALL;
    }

    /**
     * The definition that a request named.
     *
     * @throws DomainException 400 when there is none of this name
     */
    public static EngagementDefinition named(String id) {
        return ALL.stream()
                .filter(definition -> definition.id().equals(id))
                .findFirst()
                .orElseThrow(() -> {
                    String detail = "must be one of "
                            + ALL.stream().map(EngagementDefinition::id).toList();
                    return new DomainException(
                            CommonProblem.INVALID_PARAMETER,
                            "engagement " + detail,
                            List.of(FieldError.ofParameter("engagement", "oneOf", detail)));
                });
    }

    private static List<EngagementDefinition> read() {
        try (InputStream data = EngagementDefinitions.class.getResourceAsStream("/engagement-definitions.json")) {
            return List.copyOf(new ObjectMapper().readValue(data, File.class).definitions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record File(List<EngagementDefinition> definitions) {}
}
