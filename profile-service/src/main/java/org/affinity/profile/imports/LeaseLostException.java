package org.affinity.profile.imports;

/** Another instance has taken the import over. */
final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
