package org.affinity.profile.creator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.affinity.profile.creator.domain.BrandRelation;
import org.affinity.profile.creator.domain.BrandTie;
import org.affinity.profile.creator.domain.FactSource;
import org.affinity.profile.creator.domain.LanguageLevel;
import org.affinity.profile.creator.domain.PaidPause;
import org.affinity.profile.creator.domain.RateCardLine;
import org.affinity.profile.creator.domain.Responsiveness;
import org.affinity.profile.creator.store.BrandRow;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.taxonomy.domain.TopicMapping;

/**
 * What a creator wants, in what matching may know of it; stands beside the other properties of {@link CreatorState}.
 */
public record WillingnessState(
        PaidPause paidPause,
        Map<String, LanguageLevel> languageLevels,
        List<RateCardLine> rateCard,
        List<Brand> brands,
        List<Niche> niches,
        List<String> causes,
        Responsiveness responsiveness) {

    public WillingnessState {
        languageLevels = Map.copyOf(languageLevels);
        rateCard = List.copyOf(rateCard);
        brands = List.copyOf(brands);
        niches = List.copyOf(niches);
        causes = List.copyOf(causes);
    }

    static WillingnessState of(CreatorEntity creator) {
        return new WillingnessState(
                creator.paidPause(),
                levelsOf(creator),
                creator.rateCard,
                creator.brands.stream().map(Brand::of).toList(),
                niches(creator.niches, creator.topics),
                creator.causes,
                creator.responsiveness);
    }

    /** Levels of the languages that the creator has now; those of others wait for their return. */
    private static Map<String, LanguageLevel> levelsOf(CreatorEntity creator) {
        return creator.languageLevels.entrySet().stream()
                .filter(level -> creator.languages.contains(level.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The categories that a creator chose, then those that their topics name. */
    public static List<Niche> niches(List<String> chosen, List<String> topics) {
        List<Niche> niches = new ArrayList<>();
        chosen.forEach(categoryId -> niches.add(new Niche(categoryId, NicheSource.DECLARED, null)));
        for (String topic : topics) {
            TopicMapping.categoryOf(topic)
                    .filter(categoryId ->
                            niches.stream().noneMatch(niche -> Objects.equals(niche.categoryId(), categoryId)))
                    .ifPresent(categoryId -> niches.add(new Niche(categoryId, NicheSource.TOPIC, topic)));
        }
        return niches;
    }

    /**
     * A tie to a brand, by its name in the form that is compared.
     *
     * @param workedOn null when not said, and of measured work: what was declared of it may be older than the results
     */
    public record Brand(
            BrandRelation relation, String name, String key, String sector, LocalDate workedOn, FactSource source) {

        static Brand of(BrandRow row) {
            BrandTie tie = row.tie();
            return new Brand(
                    tie.relation(),
                    tie.name().value(),
                    row.brandKey,
                    tie.sector(),
                    tie.source() == FactSource.MEASURED ? null : tie.workedOn(),
                    tie.source());
        }
    }

    /** A category of the content taxonomy, and the topic that names it unless it was chosen. */
    public record Niche(String categoryId, NicheSource source, String topic) {}

    /** How a niche is known. */
    public enum NicheSource {
        /** Chosen by the creator. */
        DECLARED,
        /** Named by a topic of the profile. */
        TOPIC
    }
}
