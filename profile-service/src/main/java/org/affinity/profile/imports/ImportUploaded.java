package org.affinity.profile.imports;

import java.util.UUID;

/** Told inside this service when a new import is committed. */
record ImportUploaded(UUID importId) {}
