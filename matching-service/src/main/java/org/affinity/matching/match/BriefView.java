package org.affinity.matching.match;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.Aim;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.Conditions;
import org.affinity.matching.match.domain.Exposure;
import org.affinity.matching.match.domain.Habit;
import org.affinity.matching.match.domain.KnownOverlap;
import org.affinity.matching.match.domain.Kpi;
import org.affinity.matching.match.domain.PanelOptions;
import org.affinity.matching.match.domain.Place;
import org.affinity.matching.match.domain.QuotaDimension;
import org.affinity.matching.match.domain.SolicitationCap;

/**
 * The brief that a match answers, in the shape in which requests carry one: sent again it asks for the same, but for
 * limits that are stricter since. Lists whose order means nothing are sorted; objectives, habits, quotas and overlaps
 * stand as they were sent.
 *
 * @param panel what the panel had to keep to, whoever asked for it
 */
record BriefView(
        String brand,
        String description,
        List<ObjectiveView> objectives,
        AudienceView audience,
        List<Platform> platforms,
        List<Tier> tiers,
        EngagementType engagementType,
        Money budget,
        int maxCreators,
        LocalDate startsOn,
        LocalDate endsOn,
        String sector,
        List<ContentFormat> formats,
        List<String> competitors,
        Integer exclusivityDays,
        List<String> causes,
        PlaceView place,
        List<HabitView> habits,
        List<String> excludedTopics,
        SolicitationCap solicitationCap,
        Exposure exposure,
        PanelView panel) {

    record ObjectiveView(Aim aim, Kpi kpi, String target) {}

    record AudienceView(
            List<String> countries,
            List<String> languages,
            List<String> topics,
            List<String> ageBands,
            List<String> genders,
            List<PlaceView> cities,
            List<String> interests,
            Double minimumShare) {

        static AudienceView of(Brief brief) {
            return new AudienceView(
                    sorted(brief.countries()),
                    sorted(brief.languages()),
                    sorted(brief.topics()),
                    sorted(brief.target().ageBands()),
                    sorted(brief.target().genders()),
                    sorted(brief.target().cities()).stream().map(PlaceView::of).toList(),
                    sorted(brief.target().interests()),
                    brief.target().minimumShare());
        }
    }

    record PlaceView(String country, String city) {

        static PlaceView of(Place place) {
            return place == null ? null : new PlaceView(place.country(), place.city());
        }
    }

    record HabitView(String question, List<String> anyOf) {

        static HabitView of(Habit habit) {
            return new HabitView(habit.question(), sorted(habit.anyOf()));
        }
    }

    record PanelView(
            List<UUID> mustInclude,
            List<UUID> exclude,
            List<QuotaView> quotas,
            Double minSmallShare,
            Double maxShareOfBudget,
            List<KnownOverlap> overlaps) {

        static PanelView of(PanelOptions options) {
            return new PanelView(
                    sorted(options.mustInclude()),
                    sorted(options.exclude()),
                    options.quotas().stream()
                            .map(quota -> new QuotaView(quota.dimension(), quota.value(), quota.min(), quota.max()))
                            .toList(),
                    options.minSmallShare(),
                    options.maxShareOfBudget(),
                    options.overlaps());
        }
    }

    record QuotaView(QuotaDimension dimension, String value, Integer min, Integer max) {}

    static BriefView of(Brief brief, PanelOptions panel) {
        Conditions conditions = brief.conditions();
        return new BriefView(
                brief.brand(),
                brief.description(),
                brief.objectives().stream()
                        .map(objective -> new ObjectiveView(
                                objective.aim(),
                                objective.kpi(),
                                objective.target().toPlainString()))
                        .toList(),
                AudienceView.of(brief),
                brief.platforms().stream()
                        .map(Platform::name)
                        .sorted()
                        .map(Platform::new)
                        .toList(),
                sorted(brief.tiers()),
                brief.engagementType(),
                Money.of(brief.budget().amount(), brief.budget().currency()),
                brief.maxCreators(),
                brief.startsOn(),
                brief.endsOn(),
                conditions.sector(),
                sorted(conditions.formats()),
                sorted(conditions.competitors()),
                conditions.exclusivityDays(),
                sorted(conditions.causes()),
                PlaceView.of(conditions.place()),
                conditions.habits().stream().map(HabitView::of).toList(),
                sorted(conditions.excludedTopics()),
                conditions.solicitationCap(),
                conditions.exposure(),
                PanelView.of(panel));
    }

    private static <T extends Comparable<? super T>> List<T> sorted(Collection<T> values) {
        return values.stream().sorted().toList();
    }
}
