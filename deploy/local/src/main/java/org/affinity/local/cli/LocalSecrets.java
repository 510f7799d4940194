package org.affinity.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import org.affinity.local.Secrets;

/** Passwords and keys of this working copy's stack, made at its first start and kept in a file of mode 0600. */
record LocalSecrets(String postgresAdmin, Map<Service, String> databasePasswords, Map<Service, String> secretKeys) {

    private static final ObjectMapper JSON = new ObjectMapper();

    LocalSecrets {
        databasePasswords = Map.copyOf(databasePasswords);
        secretKeys = Map.copyOf(secretKeys);
    }

    static LocalSecrets readOrCreate(Layout layout) {
        return Files.exists(layout.secrets()) ? read(layout) : create(layout);
    }

    static LocalSecrets read(Layout layout) {
        try {
            return JSON.readValue(layout.secrets().toFile(), LocalSecrets.class);
        } catch (IOException e) {
            throw new UserError(
                    layout.secrets() + " cannot be read; './affinity up --fresh' starts over without old data.", e);
        }
    }

    private static LocalSecrets create(Layout layout) {
        LocalSecrets made = made();
        try {
            Secrets.write(layout.secrets(), JSON.writeValueAsString(made) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    /** Secrets that are written down nowhere. */
    static LocalSecrets made() {
        Map<Service, String> passwords = new EnumMap<>(Service.class);
        Map<Service, String> keys = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            passwords.put(service, Secrets.password());
            keys.put(service, Secrets.key());
        }
        return new LocalSecrets(Secrets.password(), passwords, keys);
    }

    @Override
    public String toString() {
        return "LocalSecrets";
    }
}
