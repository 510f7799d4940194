package org.affinity.matching.match.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.affinity.kit.code.NameKey;
import org.affinity.matching.candidate.domain.BrandTie;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.PlaceKey;

import static org.affinity.matching.match.domain.Evidence.none;
import static org.affinity.matching.match.domain.Evidence.profile;

/** Says what was found in what a creator says of themself. */
final class ProfileEvidence {

    private final Categories categories;

    ProfileEvidence(Categories categories) {
        this.categories = categories;
    }

    Evidence of(Signal signal, Explainer.Facts facts) {
        Candidate candidate = facts.offer().candidate();
        Brief brief = facts.brief();
        return switch (signal) {
            case TOPIC_AFFINITY -> topics(brief.topics(), candidate.topics());
            case NICHE_AFFINITY -> niches(facts);
            case TEXT_AFFINITY -> text(facts);
            case BRAND_AFFINITY -> brand(facts);
            case BRAND_MENTION -> mention(facts);
            case SECTOR_EXPERIENCE -> sector(facts);
            case CONSUMPTION_HABITS -> habits(facts);
            case COUNTRY_FIT -> country(candidate.country(), brief);
            case LANGUAGE_FIT -> languages(candidate, brief);
            case PLACE_PROXIMITY -> place(facts);
            case CAUSE_AFFINITY ->
                overlap("causes", brief.conditions().causes(), candidate.about().causes());
            default -> throw new IllegalArgumentException(signal + " is not about the profile");
        };
    }

    /** Topics of one category are one topic, whatever they are called. */
    private Evidence topics(Set<String> asked, Set<String> own) {
        SequencedMap<String, String> wanted = new LinkedHashMap<>();
        asked.forEach(topic -> wanted.merge(categories.topicKey(topic), topic, (one, other) -> one + " or " + other));
        Set<String> known = categories.topicKeys(own);
        List<String> missing = wanted.entrySet().stream()
                .filter(topic -> !known.contains(topic.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return overlap("topics", wanted.values(), own, missing);
    }

    private static Evidence overlap(String what, Collection<String> wanted, Collection<String> known) {
        return overlap(
                what,
                wanted,
                known,
                wanted.stream().filter(value -> !known.contains(value)).toList());
    }

    private static Evidence overlap(
            String what, Collection<String> wanted, Collection<String> known, List<String> missing) {
        if (known.isEmpty()) {
            return none(what + " unknown");
        }
        String text = wanted.size() - missing.size() + " of " + wanted.size() + " wanted " + what + ": wanted "
                + String.join(", ", wanted) + ", has " + String.join(", ", known);
        return profile(text, missing.isEmpty() ? null : "lacks " + String.join(", ", missing));
    }

    private Evidence niches(Explainer.Facts facts) {
        Reading.OfWords wanted = (Reading.OfWords) facts.reading();
        Set<String> own = facts.row().keywords().get(Columns.place(Columns.Words.CATEGORIES));
        if (own.isEmpty()) {
            return none("categories unknown");
        }
        return overlap("categories", names(wanted.wanted()), names(own));
    }

    private Collection<String> names(Collection<String> ids) {
        return ids.stream().map(categories::nameOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private Evidence text(Explainer.Facts facts) {
        Reading.OfText text = (Reading.OfText) facts.reading();
        Set<String> stems = facts.row().keywords().get(Columns.place(Columns.Words.STEMS));
        if (stems.isEmpty()) {
            return none("no word of the creator known");
        }
        Set<String> told = facts.row().keywords().get(Columns.place(Columns.Words.TOLD_CATEGORIES));
        List<String> words = text.stems().sequencedKeySet().stream()
                .filter(stems::contains)
                .map(text.written()::get)
                .toList();
        List<String> interests = text.categories().sequencedKeySet().stream()
                .filter(told::contains)
                .toList();
        return profile(
                words.size() + " of " + text.stems().size() + " words of the brief" + inBrackets(words)
                        + (text.categories().isEmpty()
                                ? ""
                                : " and " + interests.size() + " of its "
                                        + text.categories().size() + " interests" + inBrackets(names(interests)))
                        + " in bio, topics and handle",
                facts.lowering("words and interests of the brief that are not there"));
    }

    private static String inBrackets(Collection<String> words) {
        return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
    }

    private static Evidence brand(Explainer.Facts facts) {
        String brand = facts.brief().brand();
        if (facts.level() == Levels.UNKNOWN) {
            return none("nothing told of " + brand);
        }
        String key = NameKey.of(brand);
        List<BrandTie> ties = facts.offer().candidate().about().brands().stream()
                .filter(tie ->
                        NameKey.of(tie.key() == null ? tie.name() : tie.key()).equals(key))
                .toList();
        return new Evidence(
                "%s %s"
                        .formatted(
                                ties.stream()
                                        .map(tie -> tie.relation().name())
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(", ")),
                                brand),
                ties.getFirst().source(),
                null,
                facts.lowering("a brand that is loved counts fully"));
    }

    private static Evidence mention(Explainer.Facts facts) {
        String brand = facts.brief().brand();
        String key = NameKey.of(brand);
        String joined = "#" + key.replace(" ", "");
        if (facts.level() == Levels.HIGHEST) {
            return profile("names %s".formatted(brand), null);
        }
        if (facts.level() != Levels.UNKNOWN) {
            return profile(
                    "has all words of %s, maybe apart from each other".formatted(brand),
                    "only the name as one word, such as %s, counts fully".formatted(joined));
        }
        boolean isLookedForByWord = !key.contains(" ")
                || !((Reading.OfName) facts.reading()).words().isEmpty();
        return none(
                (isLookedForByWord ? brand + " is not named in" : joined + " is not in") + " bio, topics and handle");
    }

    private static Evidence sector(Explainer.Facts facts) {
        return facts.level() == Levels.UNKNOWN
                ? none("no tie to a brand of sector %s told"
                        .formatted(facts.brief().conditions().sector()))
                : profile(
                        "has worked for or loves a brand of sector %s"
                                .formatted(facts.brief().conditions().sector()),
                        null);
    }

    private static Evidence habits(Explainer.Facts facts) {
        Reading.OfAnswers asked = (Reading.OfAnswers) facts.reading();
        Set<String> answers = facts.row().keywords().get(Columns.place(Columns.Words.ANSWERS));
        List<Reading.OfAnswers.Question> answered = asked.questions().stream()
                .filter(question -> answers.contains(question.question()))
                .toList();
        if (answered.isEmpty()) {
            return none("none of the questions answered");
        }
        List<String> others = answered.stream()
                .filter(question -> question.wanted().stream().noneMatch(answers::contains))
                .map(Reading.OfAnswers.Question::question)
                .toList();
        int open = asked.questions().size() - answered.size();
        return new Evidence(
                "%d of %d answers as wanted, %d question%s not answered"
                        .formatted(answered.size() - others.size(), answered.size(), open, open == 1 ? "" : "s"),
                "DECLARED",
                null,
                facts.lowering(
                        others.isEmpty()
                                ? "questions that are not answered"
                                : "answers otherwise: " + String.join(", ", others)));
    }

    private static Evidence country(String country, Brief brief) {
        return country == null
                ? none("country unknown")
                : profile(
                        country + ", wanted " + String.join(", ", brief.countries()),
                        brief.countries().contains(country) ? null : "lives elsewhere");
    }

    private static Evidence languages(Candidate candidate, Brief brief) {
        Evidence overlap = overlap("languages", brief.languages(), candidate.languages());
        List<String> weak = brief.languages().stream()
                .filter(language ->
                        candidate.languages().contains(language) && !CandidateEncoder.isFluent(candidate, language))
                .map(language ->
                        language + " " + candidate.about().languageLevels().get(language))
                .toList();
        if (weak.isEmpty()) {
            return overlap;
        }
        String levels = String.join(", ", weak);
        return profile(
                overlap.text() + "; speaks " + levels,
                overlap.lowers() == null ? "speaks " + levels : overlap.lowers() + "; speaks " + levels);
    }

    private static Evidence place(Explainer.Facts facts) {
        Place wanted = facts.brief().conditions().place();
        return facts.offer()
                .candidate()
                .about()
                .homePlace()
                .map(home -> new Evidence(
                        "lives in %s, wanted %s".formatted(PlaceKey.inWords(home), wanted.inWords()),
                        "DECLARED",
                        null,
                        facts.lowering("lives elsewhere")))
                .orElseGet(() -> none("home unknown"));
    }
}
