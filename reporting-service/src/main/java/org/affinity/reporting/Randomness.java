package org.affinity.reporting;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Where tokens, secrets and jitter come from, so that nothing else makes randomness up. */
@Singleton
class Randomness {

    @Produces
    @Singleton
    RandomGenerator secure() {
        return new SecureRandom();
    }
}
