package org.affinity.profile.imports.domain;

import java.math.BigDecimal;

/** What a number cell says. */
public sealed interface ParsedNumber {

    /** A number. */
    record Known(BigDecimal value) implements ParsedNumber {}

    /** Nothing: blank, a dash, {@code N/A} or a spreadsheet's error. */
    record Unknown() implements ParsedNumber {}

    /** Text that is neither a number nor a known way to say that there is none. */
    record Unreadable() implements ParsedNumber {}
}
