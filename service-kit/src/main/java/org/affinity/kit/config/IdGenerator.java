package org.affinity.kit.config;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Makes ids: UUIDs of version 7 (RFC 9562), so that the order of ids is the order of creation. */
@ApplicationScoped
public class IdGenerator {

    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    /** A new id, greater than every id this generator gave before. */
    public UUID next() {
        return generator.generate();
    }
}
