package org.affinity.profile.imports.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affinity.profile.creator.domain.Countries;
import org.affinity.profile.creator.domain.CreatorProfile;
import org.affinity.profile.creator.domain.Languages;
import org.affinity.profile.creator.domain.Topics;
import org.affinity.profile.imports.domain.RowReading.Note;

/** Reads what a record says of the person behind an account; a cell that cannot be read is left aside with a note. */
final class PersonCells {

    private static final int FIRST_BIRTH_YEAR = 1900;
    private static final Pattern LIST_SEPARATORS = Pattern.compile("[,;|]");
    private static final Pattern YEAR =
            Pattern.compile("([0-9]{4})(?:\\.0+|-[0-9]{2}-[0-9]{2}.*)?|[0-9]{1,2}[/.-][0-9]{1,2}[/.-]([0-9]{4})");

    private final MappedCells cells;
    private final int currentYear;

    PersonCells(MappedCells cells, int currentYear) {
        this.cells = cells;
        this.currentYear = currentYear;
    }

    String displayName(RawRecord row, List<Note> notes) {
        String name = cells.cell(row, ImportField.DISPLAY_NAME).replaceAll("\\s+", " ");
        if (NumberCells.saysUnknown(name)) {
            return null;
        }
        if (name.codePointCount(0, name.length()) > RowReader.MAX_NAME_LENGTH) {
            notes.add(cells.note("NAME_SHORTENED", ImportField.DISPLAY_NAME, name));
            return name.substring(0, name.offsetByCodePoints(0, RowReader.MAX_NAME_LENGTH));
        }
        return name;
    }

    String bio(RawRecord row, List<Note> notes) {
        String bio = cells.cell(row, ImportField.BIO);
        if (NumberCells.saysUnknown(bio)) {
            return null;
        }
        if (bio.length() > CreatorProfile.MAX_BIO_LENGTH) {
            notes.add(cells.note("BIO_SHORTENED", ImportField.BIO, bio));
            boolean isWithin = Character.isHighSurrogate(bio.charAt(CreatorProfile.MAX_BIO_LENGTH - 1));
            return bio.substring(0, CreatorProfile.MAX_BIO_LENGTH - (isWithin ? 1 : 0))
                    .strip();
        }
        return bio;
    }

    String country(RawRecord row, List<Note> notes) {
        String cell = cells.cell(row, ImportField.COUNTRY);
        if (NumberCells.saysUnknown(cell)) {
            return null;
        }
        Optional<String> code = Countries.codeOf(cell);
        if (code.isEmpty()) {
            notes.add(cells.note("UNKNOWN_COUNTRY", ImportField.COUNTRY, cell));
        }
        return code.orElse(null);
    }

    Integer birthYear(RawRecord row, List<Note> notes) {
        String cell = cells.cell(row, ImportField.BIRTH_YEAR);
        if (NumberCells.saysUnknown(cell)) {
            return null;
        }
        Matcher year = YEAR.matcher(cell);
        if (year.matches()) {
            int value = Integer.parseInt(year.group(1) == null ? year.group(2) : year.group(1));
            if (value >= FIRST_BIRTH_YEAR && value <= currentYear) {
                return value;
            }
        }
        notes.add(cells.note("INVALID_BIRTH_YEAR", ImportField.BIRTH_YEAR, cell));
        return null;
    }

    List<String> languages(RawRecord row, List<Note> notes) {
        var languages = new ArrayList<String>();
        for (String word : words(row, ImportField.LANGUAGES)) {
            Optional<String> tag = Languages.tagOf(word);
            if (tag.isEmpty()) {
                notes.add(cells.note("UNKNOWN_LANGUAGE", ImportField.LANGUAGES, word));
            }
            tag.filter(one -> !languages.contains(one) && languages.size() < Languages.MAX_LANGUAGES)
                    .ifPresent(languages::add);
        }
        return languages;
    }

    List<String> topics(RawRecord row, List<Note> notes) {
        var topics = new ArrayList<String>();
        for (String word : words(row, ImportField.TOPICS)) {
            if (word.length() > Topics.MAX_LENGTH) {
                notes.add(cells.note("TOPIC_TOO_LONG", ImportField.TOPICS, word));
            } else {
                topics.add(word);
            }
        }
        return Topics.canonical(topics).stream().limit(Topics.MAX_TOPICS).toList();
    }

    private List<String> words(RawRecord row, ImportField field) {
        var words = new ArrayList<String>();
        for (int column : cells.columns(field)) {
            for (String word : LIST_SEPARATORS.split(cells.cell(row, column), -1)) {
                if (!NumberCells.saysUnknown(word)) {
                    words.add(word.strip());
                }
            }
        }
        return words;
    }
}
