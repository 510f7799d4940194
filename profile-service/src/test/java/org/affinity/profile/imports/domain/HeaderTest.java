package org.affinity.profile.imports.domain;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderTest {

    @Test
    void shouldTrimNamesAndNumberRepeatedOnes() {
        // Given
        List<String> cells = List.of(" Name", "Engagement average\r\n", "Subscribers", "subscribers ");
        // When
        Header header = Header.of(cells);
        // Then
        assertThat(header.columns()).containsExactly("Name", "Engagement average", "Subscribers", "subscribers (2)");
    }

    @Test
    void shouldFindColumnWhateverSpacesAndCase() {
        // Given
        Header header = Header.of(List.of("S.no", " Instagram  name"));
        // When
        var found = header.find("instagram name ");
        // Then
        assertThat(found).contains(1);
    }

    @Test
    void shouldTellNumberingColumnsFromIdentifiers() {
        // Given
        Header header = Header.of(List.of("S.no", "id", "rank", "No"));
        List<List<String>> sample = List.of(List.of("1.00", "13761", "1", "yes"), List.of("2.00", "13331", "2", "no"));
        // When
        Set<Integer> serial = SerialColumns.find(header, sample);
        // Then
        assertThat(serial).containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void shouldReplaceCharactersThatCannotBeStored() {
        // Given
        List<String> cells = List.of("Na\0me", "\ud83dRate", "\ud83d\ude00");
        // When
        Header header = Header.of(cells);
        // Then
        assertThat(header.columns()).containsExactly("Na\ufffdme", "\ufffdRate", "\ud83d\ude00");
        assertThat(header.find("Na\0me")).contains(0);
    }

    @Test
    void shouldNameEachColumnOnceEvenWhenNumbersAreTaken() {
        // When
        Header header = Header.of(List.of("Name", "name (2)", "Name", "Name"));
        // Then
        assertThat(header.columns()).containsExactly("Name", "name (2)", "Name (3)", "Name (4)");
    }
}
