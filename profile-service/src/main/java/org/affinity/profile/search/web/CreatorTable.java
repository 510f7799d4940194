package org.affinity.profile.search.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.affinity.profile.creator.web.CreatorView;
import org.affinity.profile.creator.web.CreatorView.AccountView;
import org.affinity.profile.creator.web.CreatorView.AvailabilityView;

/**
 * Creators as CSV, one row per account. Every cell is quoted, and one that a spreadsheet would run as a formula begins
 * with an apostrophe (OWASP, CSV injection).
 */
final class CreatorTable {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final AccountView NO_ACCOUNT = new AccountView(null, null, null, null, null, null, null, null, null);

    private static final List<Column> COLUMNS = List.of(
            new Column("creatorId", row -> row.creator().creatorId()),
            new Column("state", row -> row.creator().state()),
            new Column("displayName", row -> row.creator().displayName()),
            new Column("platform", row -> row.account().platform()),
            new Column("handle", row -> row.account().handle()),
            new Column("tier", row -> row.account().tier()),
            new Column("followers", row -> row.account().followers()),
            new Column(
                    "engagementRate",
                    row -> row.account().engagementRate() == null
                            ? null
                            : row.account().engagementRate().toPlainString()),
            new Column("averageViews", row -> row.account().averageViews()),
            new Column("observedAt", row -> row.account().observedAt()),
            new Column("source", row -> row.account().source()),
            new Column("country", row -> row.creator().country()),
            new Column("languages", row -> String.join(";", row.creator().languages())),
            new Column("birthYear", row -> row.creator().birthYear()),
            new Column("topics", row -> String.join(";", row.creator().topics())),
            new Column("engagementTypes", row -> joined(row, AvailabilityView::engagementType)),
            new Column(
                    "fees",
                    row -> joined(
                            row,
                            offer -> offer.fee() == null
                                    ? ""
                                    : offer.fee().amount() + " " + offer.fee().currency())),
            new Column(
                    "completedCollaborations",
                    row -> row.creator().trackRecord().completedCollaborations()),
            new Column("bio", row -> row.creator().bio()));

    private CreatorTable() {}

    /** The names of the columns. */
    static String header() {
        return csv(List.of(COLUMNS.stream().map(Column::name).toList()));
    }

    /** The rows of these creators. */
    static String rows(List<CreatorView> creators) {
        return csv(
                creators.stream().flatMap(creator -> rowsOf(creator).stream()).toList());
    }

    private static List<List<String>> rowsOf(CreatorView creator) {
        List<AccountView> accounts = creator.accounts().isEmpty() ? List.of(NO_ACCOUNT) : creator.accounts();
        return accounts.stream()
                .map(account -> new Row(creator, account))
                .map(row -> COLUMNS.stream()
                        .map(column -> cell(column.value().apply(row)))
                        .toList())
                .toList();
    }

    private static String csv(List<List<String>> rows) {
        var text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String joined(Row row, Function<AvailabilityView, Object> part) {
        return row.creator().availability().stream()
                .map(part)
                .map(Object::toString)
                .collect(Collectors.joining(";"));
    }

    private static String cell(Object value) {
        String text = Objects.toString(value, "");
        boolean isFormula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }

    private record Row(CreatorView creator, AccountView account) {}

    private record Column(String name, Function<Row, Object> value) {}
}
