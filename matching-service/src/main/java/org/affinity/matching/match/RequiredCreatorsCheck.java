package org.affinity.matching.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.kit.problem.DomainException;

/** Refuses requests for panels that nobody can propose, as those who have to be in were erased. */
@ApplicationScoped
public class RequiredCreatorsCheck {

    private final ErasedSubjects erased;

    RequiredCreatorsCheck(ErasedSubjects erased) {
        this.erased = erased;
    }

    /**
     * Refuses a request that wants creators in its panel whose data was erased.
     *
     * @param pointers where the request names each
     */
    @Transactional
    public void refuseErased(Map<UUID, String> pointers) {
        erased.among(pointers.keySet()).stream()
                .map(pointers::get)
                .sorted()
                .findFirst()
                .ifPresent(pointer -> {
                    throw DomainException.invalid(
                            pointer, "notErased", "is a creator whose data was erased, and has to be left out");
                });
    }
}
