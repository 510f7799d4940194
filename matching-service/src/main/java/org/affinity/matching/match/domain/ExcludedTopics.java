package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.Niche;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.match.domain.Columns.Words;

import static org.affinity.matching.match.domain.RulePredicates.none;

/**
 * Topics that a brand must not appear beside: as topics and categories of a creator, and where a topic is one word, as
 * a word of topics, bio and handle.
 */
final class ExcludedTopics {

    private final Categories categories;
    private final TextAnalysis analysis;

    ExcludedTopics(Categories categories, TextAnalysis analysis) {
        this.categories = categories;
        this.analysis = analysis;
    }

    Predicate predicate(Set<String> topics) {
        Set<String> stems = new TreeSet<>();
        topics.forEach(topic -> word(topic).ifPresent(stems::add));
        return Predicate.AllOf.of(
                none(Words.TOPIC_KEYS, categories.topicKeys(topics)),
                none(Words.CATEGORIES, categories.named(topics)),
                none(Words.STEMS, stems));
    }

    /** Where the topics are met in what a creator says, in words. */
    List<String> met(Set<String> topics, Candidate candidate) {
        Set<String> met = new LinkedHashSet<>();
        topics.forEach(topic -> places(topic, candidate).forEach(place -> met.add(topic + " by the " + place)));
        return List.copyOf(met);
    }

    private List<String> places(String excluded, Candidate candidate) {
        List<String> places = new ArrayList<>();
        String word = word(excluded).orElse("");
        Optional<String> category = categories.named(excluded);
        candidate.topics().stream()
                .filter(topic -> topic.equals(excluded)
                        || isWithin(categories.named(topic), category)
                        || analysis.stems(topic).contains(word))
                .forEach(topic -> places.add("topic " + topic));
        candidate.about().niches().stream()
                .map(Niche::categoryId)
                .filter(id -> isWithin(Optional.of(id), category))
                .forEach(id -> places.add("category " + categories.nameOf(id)));
        String bio = candidate.about().bio();
        String written = bio == null ? null : analysis.written(bio).get(word);
        if (written != null) {
            places.add("word " + written + " of the bio");
        }
        candidate.accounts().stream()
                .map(Account::handle)
                .filter(handle -> categories.stemsWithin(handle).contains(word))
                .forEach(handle -> places.add("handle " + handle));
        return places;
    }

    private boolean isWithin(Optional<String> category, Optional<String> above) {
        return category.isPresent()
                && above.isPresent()
                && categories.withAncestors(List.of(category.get())).contains(above.get());
    }

    /** The stem of a topic that is one word. */
    private Optional<String> word(String topic) {
        List<String> stems = analysis.stems(topic);
        return stems.size() == 1 ? Optional.of(stems.getFirst()) : Optional.empty();
    }
}
