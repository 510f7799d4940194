package org.affinity.campaign.collaboration.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class MessageTemplateTest {

    private static final Terms TERMS = new Terms(
            new UUID(7, 2),
            new UUID(7, 3),
            "Alpine Shoes",
            "Spring trails",
            LocalDate.of(2027, 3, 1),
            LocalDate.of(2027, 3, 31),
            null);
    private static final Invitee INVITEE =
            new Invitee(new UUID(7, 5), new UUID(7, 6), "INSTAGRAM", "lea.cuisine", new Money("180.00", "EUR"));
    private static final Addressee LEA = new Addressee("Léa $1", INVITEE, TERMS);

    @Test
    void shouldFillInEveryPlace() {
        // Given
        MessageTemplate template = MessageTemplate.written("{{displayName}}|{{ handle }}|{{platform}}|{{brand}}|"
                + "{{campaign}}|{{fee}}|{{startsOn}}|{{endsOn}}|{single}");

        // When
        String message = template.render(LEA);

        // Then
        assertThat(message)
                .isEqualTo("Léa $1|lea.cuisine|INSTAGRAM|Alpine Shoes|Spring trails|180.00 EUR|2027-03-01|2027-03-31"
                        + "|{single}");
    }

    @Test
    void shouldNotReadWhatItFillsInAsTemplate() {
        // Given
        Addressee trickster = new Addressee("{{fee}}", INVITEE, TERMS);

        // When
        String message = MessageTemplate.written("Hello {{displayName}}").render(trickster);

        // Then
        assertThat(message).isEqualTo("Hello {{fee}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{displayName}}", "{{handle}}"})
    void shouldTakeEitherPersonalPlace(String text) {
        // When
        MessageTemplate template = MessageTemplate.written(text);

        // Then
        assertThat(template.render(LEA)).isIn("Léa $1", "lea.cuisine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Dear creators, {{brand}} needs you         | personal         | must address each creator: use {{displayName}} or {{handle}}
                    Hello {{displayName}} {{surname}}          | knownPlaceholder | {{surname}} is unknown; the message may use displayName, handle, platform, brand, campaign, fee, startsOn, endsOn
                    Hello {{displayname}}                      | knownPlaceholder | {{displayname}} is unknown; the message may use displayName, handle, platform, brand, campaign, fee, startsOn, endsOn
                    Hello {{displayName}} of {{brand           | balancedBraces   | has {{ or }} outside a placeholder; write {{displayName}}
                    Hello {{displayName}} of brand}}           | balancedBraces   | has {{ or }} outside a placeholder; write {{displayName}}
                    Hello {{displayName}} {{{brand}} {         | balancedBraces   | has {{ or }} outside a placeholder; write {{displayName}}
                    """)
    void shouldRefuseTemplateThatWouldNotReadAsPersonal(String text, String rule, String detail) {
        // When
        DomainException refusal = catchThrowableOfType(
                DomainException.class, () -> MessageTemplate.written(text.replace("{{{", "{{ {{")));

        // Then
        assertThat(refusal.type()).isEqualTo(CommonProblem.VALIDATION_FAILED);
        assertThat(refusal.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/message");
            assertThat(error.rule()).isEqualTo(rule);
            assertThat(error.detail()).isEqualTo(detail);
        });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"en", "de", "fro", "not a tag"})
    void shouldGreetInEnglishByDefault(String language) {
        // When
        String message = MessageTemplate.standard(language).render(LEA);

        // Then
        assertThat(message)
                .startsWith("Hello Léa $1,\n\nAlpine Shoes would love to work with you on \"Spring trails\"")
                .contains("lea.cuisine on INSTAGRAM", "180.00 EUR")
                .doesNotContain("{{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "fr-CA"})
    void shouldGreetInFrenchWhoSpeaksFrench(String language) {
        // When
        String message = MessageTemplate.standard(language).render(LEA);

        // Then
        assertThat(message).startsWith("Bonjour Léa $1,").doesNotContain("{{");
    }
}
