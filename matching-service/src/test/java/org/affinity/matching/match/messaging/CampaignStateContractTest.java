package org.affinity.matching.match.messaging;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Set;
import org.affinity.kit.test.EventContracts;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.match.CampaignToMatch;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.Conditions;
import org.affinity.matching.match.domain.Exposure;
import org.affinity.matching.match.domain.Habit;
import org.affinity.matching.match.domain.PanelOptions;
import org.affinity.matching.match.domain.Place;
import org.affinity.matching.match.domain.SolicitationCap;
import org.affinity.matching.match.domain.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CampaignStateContractTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"campaign.campaign.published.v1", "campaign.campaign.closed.v1"})
    void shouldReadAllThatABriefAsks(String type) throws Exception {
        // When
        CampaignToMatch campaign = JSON.treeToValue(EventContracts.example(type), CampaignState.class)
                .toMatch();

        // Then
        Place lyon = new Place("FR", "Lyon");
        Brief brief = campaign.brief();
        assertThat(brief.brand()).isEqualTo("Maison Potage");
        assertThat(brief.description()).isEqualTo("Show how quick a soup is on a weekday evening.");
        assertThat(brief.target())
                .isEqualTo(new Target(
                        Set.of("25-34", "35-44"), Set.of("FEMALE", "MALE"), Set.of(lyon), Set.of("210"), 0.2));
        assertThat(brief.conditions())
                .isEqualTo(new Conditions(
                        "1123",
                        Set.of(ContentFormat.REEL, ContentFormat.STORY),
                        Set.of("Soupe & Cie"),
                        180,
                        Set.of("food-aid"),
                        lyon,
                        List.of(new Habit("household-size", Set.of("3", "4"))),
                        Set.of("gambling"),
                        new SolicitationCap(3, 8),
                        Exposure.BEST_FIRST));
        assertThat(campaign.options()).isEqualTo(new PanelOptions(Set.of(), Set.of(), List.of(), null, 0.4, List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void shouldTakeExclusivityOfNoDaysAsNotSaid(int days) throws Exception {
        // Given
        ObjectNode published = (ObjectNode)
                EventContracts.example("campaign.campaign.published.v1").deepCopy();
        ((ObjectNode) published.get("brief")).put("exclusivityDays", days);

        // When
        CampaignToMatch campaign =
                JSON.treeToValue(published, CampaignState.class).toMatch();

        // Then
        assertThat(campaign.brief().conditions().exclusivityDays()).isNull();
    }

    @Test
    void shouldReadCampaignsFromBeforeConditionsWereKnown() throws Exception {
        // Given
        ObjectNode old = (ObjectNode)
                EventContracts.example("campaign.campaign.published.v1").deepCopy();
        ((ObjectNode) old.at("/brief/audience")).retain(List.of("countries", "languages", "topics"));
        ((ObjectNode) old.get("brief"))
                .retain(List.of(
                        "brand",
                        "description",
                        "objectives",
                        "audience",
                        "platforms",
                        "tiers",
                        "engagementType",
                        "budget",
                        "maxCreators",
                        "startsOn",
                        "endsOn"));

        // When
        CampaignToMatch campaign = JSON.treeToValue(old, CampaignState.class).toMatch();

        // Then
        EventContracts.assertValid("campaign.campaign.published.v1", old);
        assertThat(campaign.brief().target()).isEqualTo(Target.ANY);
        assertThat(campaign.brief().conditions()).isEqualTo(Conditions.NONE);
        assertThat(campaign.options()).isEqualTo(PanelOptions.NONE);
    }
}
