package org.affinity.profile.imports;

/** The uploaded file is not a list of creators; the message tells the uploader why. */
final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableFileException(String message) {
        super(message);
    }
}
