package org.affinity.profile.imports.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.affinity.profile.creator.domain.PlainWords;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.imports.domain.ColumnMapping.PlatformOrigin;

/**
 * Guesses which column of a creator list means what, from the names of the columns and, for the handle, from what is in
 * them: lists in the wild call the handle {@code Name} and the name {@code Instagram Name} as often as the other way
 * round.
 */
public final class MappingProposal {

    private static final Set<String> HANDLES = Set.of(
            "username",
            "user name",
            "handle",
            "account",
            "account name",
            "channel info",
            "channel id",
            "login",
            "screen name",
            "pseudo",
            "identifiant",
            "compte",
            "nom d utilisateur",
            "profile",
            "youtuber",
            "tiktoker",
            "instagrammer",
            "streamer");
    private static final Set<String> NAMES = Set.of(
            "name",
            "display name",
            "full name",
            "fullname",
            "nom",
            "channel name",
            "creator",
            "creator name",
            "influencer");
    private static final Pattern NAME_OF_SOMETHING = Pattern.compile(".* (name|username|handle)");
    private static final Pattern FOLLOWERS = Pattern.compile(".*\\b(followers?|subscribers?|abonnes)\\b.*");
    private static final Pattern RATE = Pattern.compile(".*\\b(eng|engagement)\\b.*\\brate\\b.*|taux d engagement|er");
    private static final Pattern COUNTRY = Pattern.compile(".*\\b(country|pays)\\b.*");
    private static final Pattern BIRTH_YEAR =
            Pattern.compile("year of birth|birth year|birthyear|annee de naissance|yob");
    private static final Pattern TOPIC =
            Pattern.compile("(category|categorie|categories|topics?|niche|thematique|interests?)( [0-9]+)?");
    private static final Pattern LANGUAGE = Pattern.compile("languages?|langues?|lang|audience language");
    private static final Pattern VIEWS =
            Pattern.compile("(views?|vues) (avg|average|moyennes)|(avg|average|mean) views?( per post)?|average views");
    private static final Pattern ENGAGEMENT = Pattern.compile(
            "(.* )?(eng|engagement) (avg|average)|(.* )?(avg|average) (eng|engagement)|average interactions");
    private static final Pattern PARTS = Pattern.compile(
            "(likes?|comments?|shares?|reactions?) (avg|average)|(avg|average) (likes?|comments?|shares?|reactions?)");
    private static final Pattern PLATFORM = Pattern.compile("platform|plateforme|network|reseau|social network");
    private static final Pattern HANDLE_SHAPE = Pattern.compile("@?[\\p{L}\\p{M}\\p{N}._-]{1,100}|https?://\\S+");
    private static final Map<String, Platform> PLATFORM_WORDS = platformWords();

    private final Header header;
    private final List<List<String>> sample;
    private final String fileName;

    public MappingProposal(Header header, List<List<String>> sample, String fileName) {
        this.header = header;
        this.sample = sample;
        this.fileName = fileName;
    }

    /**
     * The columns this file seems to have, by field; without {@link ImportField#HANDLE} the file cannot be imported.
     */
    public Map<ImportField, List<String>> columns() {
        var columns = new EnumMap<ImportField, List<String>>(ImportField.class);
        for (ImportField field : ImportField.values()) {
            header.find(field.key()).ifPresent(at -> put(columns, field, at));
        }
        if (!columns.containsKey(ImportField.HANDLE)) {
            handleColumn().ifPresent(at -> put(columns, ImportField.HANDLE, at));
        }
        if (!columns.containsKey(ImportField.DISPLAY_NAME)) {
            nameColumn(columns).ifPresent(at -> put(columns, ImportField.DISPLAY_NAME, at));
        }
        putFirst(columns, ImportField.PLATFORM, PLATFORM);
        putFirst(columns, ImportField.FOLLOWERS, FOLLOWERS);
        putFirst(columns, ImportField.ENGAGEMENT_RATE, RATE);
        putFirst(columns, ImportField.AVERAGE_VIEWS, VIEWS);
        putFirst(columns, ImportField.COUNTRY, COUNTRY);
        putFirst(columns, ImportField.BIRTH_YEAR, BIRTH_YEAR);
        putAll(columns, ImportField.TOPICS, TOPIC);
        putAll(columns, ImportField.LANGUAGES, LANGUAGE);
        putFirst(columns, ImportField.INTERACTIONS, ENGAGEMENT);
        if (!columns.containsKey(ImportField.INTERACTIONS)) {
            putAll(columns, ImportField.INTERACTIONS, PARTS);
        }
        return columns;
    }

    /** The platform named by the header, else by the file's name. */
    public Optional<Platform> platform() {
        return platformIn(String.join(" ", header.columns())).or(() -> platformIn(fileName));
    }

    /** Where {@link #platform()} was found. */
    public PlatformOrigin platformOrigin() {
        if (platformIn(String.join(" ", header.columns())).isPresent()) {
            return PlatformOrigin.HEADER;
        }
        return platformIn(fileName).isPresent() ? PlatformOrigin.FILE_NAME : PlatformOrigin.DEFAULT;
    }

    private void put(Map<ImportField, List<String>> columns, ImportField field, int at) {
        columns.put(field, List.of(header.columns().get(at)));
    }

    private Optional<Integer> handleColumn() {
        var candidates = new ArrayList<Integer>();
        for (int i = 0; i < header.size(); i++) {
            if (nameStrength(i) > 0 && handleShare(i) > 0.2) {
                candidates.add(i);
            }
        }
        return candidates.stream()
                .max(Comparator.comparingDouble(this::handleScore).thenComparing(Comparator.reverseOrder()));
    }

    private Optional<Integer> nameColumn(Map<ImportField, List<String>> columns) {
        Optional<Integer> best = Optional.empty();
        for (int i = 0; i < header.size(); i++) {
            String words = words(i);
            boolean named =
                    NAMES.contains(words) || NAME_OF_SOMETHING.matcher(words).matches();
            if (!isTaken(columns, i) && named && (best.isEmpty() || NAMES.contains(words))) {
                best = Optional.of(i);
            }
        }
        return best;
    }

    private double handleScore(int column) {
        return Math.round(handleShare(column) * 10) + nameStrength(column);
    }

    /** How much the name of a column says that it holds handles, from 0 to 3. */
    private double nameStrength(int column) {
        String words = words(column);
        if (HANDLES.contains(words)) {
            return 3;
        }
        if (NAME_OF_SOMETHING.matcher(words).matches()) {
            return words.endsWith("username") || words.endsWith("handle") ? 3 : 2;
        }
        return NAMES.contains(words) ? 1 : 0;
    }

    private double handleShare(int column) {
        long filled = 0;
        long shaped = 0;
        for (List<String> cells : sample) {
            String cell = column < cells.size() ? cells.get(column).strip() : "";
            if (!cell.isEmpty()) {
                filled++;
                shaped += HANDLE_SHAPE.matcher(cell).matches() ? 1 : 0;
            }
        }
        return filled == 0 ? 0 : (double) shaped / filled;
    }

    private void putFirst(Map<ImportField, List<String>> columns, ImportField field, Pattern names) {
        if (columns.containsKey(field)) {
            return;
        }
        for (int i = 0; i < header.size(); i++) {
            if (isFirstOfItsName(i) && names.matcher(words(i)).matches() && !isTaken(columns, i)) {
                columns.put(field, List.of(header.columns().get(i)));
                return;
            }
        }
    }

    private void putAll(Map<ImportField, List<String>> columns, ImportField field, Pattern names) {
        if (columns.containsKey(field)) {
            return;
        }
        var found = new ArrayList<String>();
        for (int i = 0; i < header.size(); i++) {
            if (isFirstOfItsName(i) && names.matcher(words(i)).matches() && !isTaken(columns, i)) {
                found.add(header.columns().get(i));
            }
        }
        if (!found.isEmpty()) {
            columns.put(field, found);
        }
    }

    private boolean isFirstOfItsName(int column) {
        return !header.columns().get(column).matches(".* \\([0-9]+\\)");
    }

    private boolean isTaken(Map<ImportField, List<String>> columns, int column) {
        Predicate<List<String>> has = names -> names.contains(header.columns().get(column));
        return columns.values().stream().anyMatch(has);
    }

    private String words(int column) {
        return PlainWords.of(header.columns().get(column));
    }

    private static Optional<Platform> platformIn(String text) {
        String words = " " + PlainWords.of(text) + " ";
        return PLATFORM_WORDS.entrySet().stream()
                .filter(entry -> words.contains(" " + entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, Platform> platformWords() {
        var words = new LinkedHashMap<String, Platform>();
        words.put("insta", Platform.INSTAGRAM);
        words.put("tiktok", Platform.TIKTOK);
        words.put("youtube", Platform.YOUTUBE);
        words.put("twitch", Platform.TWITCH);
        words.put("twitter", Platform.X);
        words.put("snapchat", Platform.SNAPCHAT);
        words.put("facebook", Platform.FACEBOOK);
        words.put("linkedin", Platform.LINKEDIN);
        words.put("pinterest", Platform.PINTEREST);
        words.put("podcast", Platform.PODCAST);
        words.put("blog", Platform.BLOG);
        return words;
    }
}
