package org.affinity.profile.imports.domain;

/** Why a record of a file was not taken over. The names are part of the API. */
public enum RejectionReason {
    MISSING_HANDLE,
    INVALID_HANDLE,
    UNKNOWN_PLATFORM,
    INVALID_NUMBER,
    NEGATIVE_NUMBER,
    NOT_A_WHOLE_NUMBER,
    NUMBER_OUT_OF_RANGE,
    TOO_FEW_CELLS,
    TOO_MANY_CELLS,
    CELL_TOO_LONG,
    INVALID_CHARACTER,
    MALFORMED_JSON,
    /** The person behind the account had their data erased. */
    OPTED_OUT
}
