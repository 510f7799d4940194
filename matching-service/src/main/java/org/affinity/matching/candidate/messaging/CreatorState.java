package org.affinity.matching.candidate.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AgeClearance;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.PaidPause;
import org.affinity.matching.candidate.domain.Responsiveness;
import org.affinity.matching.candidate.domain.SelfDescription;
import org.affinity.matching.candidate.domain.Tags;

/** What {@code profile.creator.updated.v1} says of a creator, as far as matching reads it. */
record CreatorState(
        UUID creatorId,
        long version,
        String state,
        String country,
        List<String> languages,
        Integer birthYear,
        List<String> topics,
        List<AccountState> accounts,
        List<WillingnessState.Offer> availability,
        TrackRecordState trackRecord,
        MinorState minor,
        PaidPause paidPause,
        Map<String, String> languageLevels,
        List<WillingnessState.Rate> rateCard,
        List<WillingnessState.Tie> brands,
        List<WillingnessState.NicheState> niches,
        Set<String> causes,
        Responsiveness responsiveness,
        Map<String, JsonNode> answers,
        String bio,
        UUID linkedTo,
        Set<String> contestedFields) {

    /** What earlier campaigns showed. */
    record TrackRecordState(int completedCollaborations) {}

    /** Whether the creator may be a minor, and when they may take part. */
    record MinorState(String status, List<PeriodState> allowedPeriods) {

        AgeClearance toDomain() {
            return new AgeClearance(
                    !status.equals("UNKNOWN"),
                    allowedPeriods.stream()
                            .map(period -> new AgeClearance.Period(period.from(), period.until()))
                            .toList());
        }
    }

    /** Days from the first to the last. */
    record PeriodState(LocalDate from, LocalDate until) {}

    Candidate toDomain() {
        ContestedFields fields = new ContestedFields(contestedFields);
        String where = fields.uncontested("country", country);
        List<Account> known = known(accounts, account -> account.toDomain(fields));
        return new Candidate(
                creatorId,
                version,
                state.equals("ACTIVE"),
                where,
                Tags.languages(languages),
                birthYear,
                Tags.topics(topics),
                known,
                known(availability, WillingnessState.Offer::toDomain),
                trackRecord.completedCollaborations(),
                minor == null ? null : minor.toDomain(),
                paidPause,
                known(rateCard, WillingnessState.Rate::toDomain),
                responsiveness,
                about(),
                linkedTo,
                fields.leftOut());
    }

    private SelfDescription about() {
        SortedMap<String, String> levels = new TreeMap<>();
        if (languageLevels != null) {
            // Of fr-CA and fr-FR the better one: names of levels come in their order, NATIVE last.
            languageLevels.forEach((tag, level) -> levels.merge(
                    Tags.languages(List.of(tag)).iterator().next(),
                    level,
                    BinaryOperator.maxBy(Comparator.naturalOrder())));
        }
        return new SelfDescription(
                bio,
                levels,
                known(niches, WillingnessState.NicheState::toDomain),
                known(brands, WillingnessState.Tie::toDomain),
                causes,
                Answers.inWords(answers));
    }

    /** Values that this version knows; a list that is missing is empty. */
    private static <S, T> List<T> known(List<S> values, Function<S, Stream<T>> toDomain) {
        return Optional.ofNullable(values).orElse(List.of()).stream()
                .flatMap(toDomain)
                .toList();
    }

    @Override
    public String toString() {
        return "CreatorState[" + creatorId + ", version " + version + "]";
    }
}
