package org.affinity.matching.candidate.messaging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Availability;
import org.affinity.matching.candidate.domain.AvailabilityTerms;
import org.affinity.matching.candidate.domain.BrandRelation;
import org.affinity.matching.candidate.domain.BrandTie;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Niche;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.RatedContent;

/** The parts of an event that tell what a creator would do, for whom and at what price. */
interface WillingnessState {

    /** One accepted engagement type; types that this version does not know are passed over. */
    record Offer(String engagementType, MoneyState fee, AvailabilityTerms terms) {

        Stream<Availability> toDomain() {
            return EngagementType.named(engagementType)
                    .map(known -> new Availability(known, money(fee), terms))
                    .stream();
        }
    }

    /** One line of the rate card; formats that this version does not know are passed over. */
    record Rate(
            String platform,
            String format,
            MoneyState price,
            MoneyState minimumOrder,
            Integer usageRightsDays,
            Boolean paidAmplification) {

        Stream<RatedContent> toDomain() {
            return Platform.named(platform)
                    .flatMap(knownPlatform -> ContentFormat.named(format)
                            .map(knownFormat -> new RatedContent(
                                    knownPlatform,
                                    knownFormat,
                                    money(price),
                                    money(minimumOrder),
                                    usageRightsDays,
                                    paidAmplification)))
                    .stream();
        }
    }

    /** One tie to a brand; relations that this version does not know are passed over. */
    record Tie(String relation, String name, String key, String sector, LocalDate workedOn, String source) {

        Stream<BrandTie> toDomain() {
            return BrandRelation.named(relation)
                    .map(known -> new BrandTie(known, name, key, sector, workedOn, source))
                    .stream();
        }
    }

    /** One category the creator publishes about. */
    record NicheState(String categoryId, String source, String topic) {

        Stream<Niche> toDomain() {
            return Stream.of(new Niche(categoryId, source, topic));
        }
    }

    /** Money on the wire: a decimal string. */
    record MoneyState(String amount, String currency) {}

    private static Money money(MoneyState state) {
        return Optional.ofNullable(state)
                .map(told -> new Money(new BigDecimal(told.amount()), told.currency()))
                .orElse(null);
    }
}
