package org.affinity.local.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** A made-up list of creators as an operator would import it, seeded. */
final class CreatorList {

    private static final long SEED = 20_260_101L;
    private static final String[] PLATFORMS = {"INSTAGRAM", "TIKTOK", "YOUTUBE"};
    private static final String[] COUNTRIES = {"FR", "France", "BE", "Royaume-Uni", "US", "Corée du Sud"};
    private static final String[] LANGUAGES = {"fr", "anglais", "fr;en", "ko"};
    private static final String[] TOPICS = {"food", "fashion;beauty", "sport", "travel;food", "music"};

    private CreatorList() {}

    /** Writes so many creators to a file. */
    static Path write(Path file, int creators) throws IOException {
        var random = new Random(SEED);
        try (BufferedWriter list = Files.newBufferedWriter(file)) {
            list.write("Platform,Handle,Display Name,Country,Languages,Birth Year,Topics,Followers,Engagement Rate,"
                    + "Average Views\n");
            for (int i = 0; i < creators; i++) {
                long followers = Math.round(Math.exp(4 + 12 * random.nextDouble()));
                list.write(String.join(
                        ",",
                        pick(PLATFORMS, random),
                        "bench." + Long.toString(i * 7_919L % 1_000_003L + 1_000_003L * (i / 1_000_003), 36) + "." + i,
                        "Creator Number " + i,
                        pick(COUNTRIES, random),
                        pick(LANGUAGES, random),
                        Integer.toString(1950 + random.nextInt(55)),
                        pick(TOPICS, random),
                        Long.toString(followers),
                        String.format(Locale.ROOT, "%.4f", 0.3 * random.nextDouble() * random.nextDouble()),
                        Long.toString(followers / 3)));
                list.write('\n');
            }
        }
        return file;
    }

    private static String pick(String[] choices, Random random) {
        return choices[random.nextInt(choices.length)];
    }
}
