package org.affinity.profile.imports.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.affinity.profile.creator.domain.PlainWords;

/** What the names of columns in lists in the wild say of their content, in English and French. */
final class ColumnNames {

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
    private static final Map<ImportField, Pattern> PATTERNS = patterns();

    private ColumnNames() {}

    /** The name of a column as it is compared. */
    static String words(String name) {
        return PlainWords.of(name);
    }

    /** Whether a column of this name says that it holds the field. */
    static boolean says(ImportField field, String words) {
        Pattern pattern = PATTERNS.get(field);
        return pattern != null && pattern.matcher(words).matches();
    }

    /** How much the name says that the column holds handles, from 0 to 3. */
    static double handleStrength(String words) {
        if (HANDLES.contains(words)) {
            return 3;
        }
        if (NAME_OF_SOMETHING.matcher(words).matches()) {
            return words.endsWith("username") || words.endsWith("handle") ? 3 : 2;
        }
        return NAMES.contains(words) ? 1 : 0;
    }

    /** Whether the name is just that of a name. */
    static boolean isName(String words) {
        return NAMES.contains(words);
    }

    /** Whether the name is that of a name, perhaps of something in particular. */
    static boolean isSomeName(String words) {
        return NAMES.contains(words) || NAME_OF_SOMETHING.matcher(words).matches();
    }

    private static Map<ImportField, Pattern> patterns() {
        var patterns = new EnumMap<ImportField, Pattern>(ImportField.class);
        patterns.put(
                ImportField.PLATFORM,
                Pattern.compile("platforms?|plateforme|network|reseau|social network|reseau social"));
        patterns.put(
                ImportField.FOLLOWERS,
                Pattern.compile(".*\\b(followers?|subscribers?|abonnes|abonnees|fans|suiveurs)\\b.*"));
        patterns.put(
                ImportField.ENGAGEMENT_RATE,
                Pattern.compile(".*\\b(eng|engagement)\\b.*\\brate\\b.*|taux d engagement.*|er"));
        patterns.put(
                ImportField.AVERAGE_VIEWS,
                Pattern.compile("(views?|vues) (avg|average|moyennes)|(avg|average|mean) views?( per post)?"
                        + "|moyenne( de| des)? vues"));
        patterns.put(ImportField.COUNTRY, Pattern.compile(".*\\b(country|pays)\\b.*"));
        patterns.put(
                ImportField.BIRTH_YEAR,
                Pattern.compile("year of birth|birth year|birthyear|annee de naissance|annee naissance|yob"
                        + "|date of birth|birth date|birthdate|birthday|date de naissance|born"));
        patterns.put(
                ImportField.TOPICS,
                Pattern.compile("(category|categorie|categories|topics?|niche|thematiques?|interests?)( [0-9]+)?"));
        patterns.put(ImportField.LANGUAGES, Pattern.compile("languages?|langues?|lang|audience language"));
        patterns.put(
                ImportField.FEE,
                Pattern.compile(
                        "(fees?|price|prix|tarifs?|cachet)( (per|par) post| in| en| eur| usd| gbp| chf| cad)*"));
        patterns.put(
                ImportField.BIO,
                Pattern.compile("(profile )?(bio|biography|biographie|about|about me|a propos)( text)?"));
        patterns.put(ImportField.CURRENCY, Pattern.compile("currency|devise|monnaie"));
        patterns.put(
                ImportField.INTERACTIONS,
                Pattern.compile("(.* )?(eng|engagement) (avg|average)|(.* )?(avg|average) (eng|engagement)"
                        + "|average interactions"));
        return patterns;
    }
}
