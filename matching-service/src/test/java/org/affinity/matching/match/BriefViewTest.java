package org.affinity.matching.match;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.affinity.matching.match.web.BriefRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BriefViewTest {

    /** Campaigns name their objectives; nothing here does. */
    private static final String OF_CAMPAIGNS = "objectives.objectiveId";

    @Test
    void shouldTellEachFieldThatARequestHas() {
        // When
        List<String> asked = fields("", BriefRequest.class)
                .filter(field -> !field.equals(OF_CAMPAIGNS))
                .toList();

        // Then
        assertThat(fields("", BriefView.class)).containsExactlyInAnyOrderElementsOf(asked);
    }

    /** The names of a record's components and of those of records inside, also in lists. */
    private static Stream<String> fields(String path, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
            String name = path + component.getName();
            Class<?> inside = valueType(component);
            return inside.isRecord() ? fields(name + ".", inside) : Stream.of(name);
        });
    }

    private static Class<?> valueType(RecordComponent component) {
        Type type = component.getGenericType();
        return (Class<?>) (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }
}
