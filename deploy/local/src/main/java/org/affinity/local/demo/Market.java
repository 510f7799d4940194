package org.affinity.local.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** The proportions and words of the market that the sample creators come from. */
final class Market {

    static final List<String> TOPICS = List.of(
            "beauty",
            "fashion",
            "food",
            "travel",
            "sport",
            "parenting",
            "gaming",
            "music",
            "books",
            "diy",
            "gardening",
            "technology",
            "health",
            "sustainability",
            "animals",
            "photography",
            "home",
            "humour");

    private Market() {}

    /** A country with its share of the creators, and the names people have there. */
    record Country(String code, double share, String languages, List<String> givenNames, List<String> familyNames) {
        Country {
            givenNames = List.copyOf(givenNames);
            familyNames = List.copyOf(familyNames);
        }
    }

    private static final List<Country> COUNTRIES = List.of(
            new Country(
                    "FR",
                    0.56,
                    "fr",
                    List.of("Camille", "Léa", "Manon", "Hugo", "Lucas", "Chloé", "Inès", "Louis", "Jade", "Théo"),
                    List.of(
                            "Martin", "Bernard", "Dubois", "Moreau", "Lefèvre", "Garnier", "Roussel", "Perrin",
                            "Benali")),
            new Country(
                    "BE",
                    0.08,
                    "fr;nl",
                    List.of("Emma", "Noah", "Louise", "Arthur", "Elise", "Wout"),
                    List.of("Peeters", "Janssens", "Lambert", "Dupont", "Claes", "Maes")),
            new Country(
                    "CH",
                    0.05,
                    "fr;de",
                    List.of("Mia", "Luca", "Elena", "Nino", "Laura"),
                    List.of("Müller", "Favre", "Rochat", "Keller")),
            new Country(
                    "DE",
                    0.08,
                    "de",
                    List.of("Hannah", "Leon", "Lena", "Felix", "Marie"),
                    List.of("Schmidt", "Fischer", "Weber", "Köhler")),
            new Country(
                    "ES",
                    0.07,
                    "es",
                    List.of("Lucía", "Mateo", "Carmen", "Pablo"),
                    List.of("García", "Romero", "Navarro", "Iglesias")),
            new Country(
                    "IT",
                    0.06,
                    "it",
                    List.of("Giulia", "Marco", "Chiara", "Davide"),
                    List.of("Rossi", "Ferrari", "Gallo", "Conti")),
            new Country(
                    "NL",
                    0.04,
                    "nl",
                    List.of("Sanne", "Daan", "Fleur", "Bram"),
                    List.of("de Vries", "Bakker", "Visser", "Mulder")),
            new Country(
                    "PT",
                    0.03,
                    "pt",
                    List.of("Inês", "João", "Beatriz", "Rui"),
                    List.of("Silva", "Ferreira", "Carvalho")),
            new Country(
                    "GB",
                    0.03,
                    "en",
                    List.of("Amelia", "Oliver", "Isla", "Harry"),
                    List.of("Taylor", "Walker", "Hughes")));

    /** A class of audience size with its share of the creators and its typical engagement rate. */
    enum Tier {
        PROXIMITY(0.30, 40, 999, 0.080),
        NANO(0.36, 1_000, 9_999, 0.045),
        MICRO(0.24, 10_000, 100_000, 0.025),
        MACRO(0.08, 100_001, 1_000_000, 0.016),
        MEGA(0.02, 1_000_001, 12_000_000, 0.010);

        private final double share;
        private final long least;
        private final long most;
        private final double engagement;

        Tier(double share, long least, long most, double engagement) {
            this.share = share;
            this.least = least;
            this.most = most;
            this.engagement = engagement;
        }

        /** Followers at this point of the tier's range, which is even on a logarithmic scale. */
        long followers(double point) {
            return Math.clamp(Math.round(least * Math.pow((double) most / least, point)), least, most);
        }

        double engagement() {
            return engagement;
        }
    }

    private static final List<String> PLATFORMS = List.of(
            "INSTAGRAM",
            "INSTAGRAM",
            "INSTAGRAM",
            "INSTAGRAM",
            "INSTAGRAM",
            "TIKTOK",
            "TIKTOK",
            "TIKTOK",
            "YOUTUBE",
            "TWITCH");

    static String platform(double point) {
        return PLATFORMS.get((int) (point * PLATFORMS.size()));
    }

    static Country country(double point) {
        double reached = 0;
        for (Country country : COUNTRIES) {
            reached += country.share();
            if (point < reached) {
                return country;
            }
        }
        return COUNTRIES.getFirst();
    }

    static Tier tier(double point) {
        double reached = 0;
        for (Tier tier : Tier.values()) {
            reached += tier.share;
            if (point < reached) {
                return tier;
            }
        }
        return Tier.NANO;
    }

    /** Letters without accents, as in handles. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}
