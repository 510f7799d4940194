package org.affinity.matching.engine.opensearch;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Schema;

/**
 * Where a row's columns are in a document: each as a field of its own for filters, and all in one value of bytes for
 * the script, which so has to look up one value a row instead of one a term. The bytes are the place of the row in the
 * profile, the codes, and four for each number, the highest first.
 */
record RowLayout(Schema schema) {

    /** The field of the rows, nested in a creator's document. */
    static final String ROWS = "rows";

    /** The value of bytes. */
    static final String DATA = "data";

    static String inRows(String field) {
        return ROWS + '.' + field;
    }

    static String code(int column) {
        return "c" + column;
    }

    static String number(int column) {
        return "n" + column;
    }

    static String keywords(int set) {
        return "k" + set;
    }

    /** The place of a code among the bytes. */
    int codeAt(int column) {
        return 1 + column;
    }

    /** The place of a number's first byte. */
    int numberAt(int column) {
        return 1 + schema.codes().size() + Integer.BYTES * column;
    }

    /** The bytes of a row, in base64. */
    String data(Row row, int place) {
        ByteBuffer data = ByteBuffer.allocate(numberAt(schema.numbers().size()));
        data.put((byte) place).put(row.codes());
        for (int number : row.numbers()) {
            data.putInt(number);
        }
        return Base64.getEncoder().encodeToString(data.array());
    }
}
