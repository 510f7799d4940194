package org.affinity.profile.imports.web;

import java.util.Arrays;
import java.util.UUID;
import org.affinity.kit.json.StrictJson;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.creator.domain.LawfulBasis;
import org.affinity.profile.creator.domain.ListOrigin;

/** Reads what an uploader says of where a list comes from. */
final class ImportOriginForm {

    private static final int LONGEST_NAME = 200;

    private ImportOriginForm() {}

    /** The origin; what is left out is the name of the file, and legitimate interests. */
    static ListOrigin origin(String sourceName, String lawfulBasis, String fileName, UUID organisationId) {
        String name = sourceName == null || sourceName.isBlank() ? fileName : sourceName.strip();
        if ((!name.equals(fileName) && name.length() > LONGEST_NAME) || !StrictJson.isStorable(name)) {
            throw DomainException.invalid(
                    "/sourceName", "size", "must be a text of at most " + LONGEST_NAME + " characters");
        }
        if (lawfulBasis == null || lawfulBasis.isBlank()) {
            return new ListOrigin(name, LawfulBasis.LEGITIMATE_INTERESTS, organisationId);
        }
        return Arrays.stream(LawfulBasis.values())
                .filter(basis -> basis.name().equals(lawfulBasis))
                .findFirst()
                .map(basis -> new ListOrigin(name, basis, organisationId))
                .orElseThrow(() -> DomainException.invalid(
                        "/lawfulBasis", "oneOf", "must be one of " + Arrays.toString(LawfulBasis.values())));
    }
}
