package org.affinity.profile.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.affinity.kit.config.Encryption;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.kit.privacy.SubjectRows;
import org.affinity.profile.creator.OptOuts;
import org.affinity.profile.creator.domain.AccountKey;

/**
 * The accounts of people who had their data erased, as HMAC-SHA-256 digests under a secret key: the list recognises an
 * account that comes again, and tells nobody who is on it.
 */
@ApplicationScoped
public class OptOutList implements OptOuts {

    private static final int SHORTEST_KEY = 32;

    private final SubjectRows rows;
    private final ErasedSubjects erased;
    private final Clock clock;
    private final byte[] key;

    OptOutList(
            SubjectRows rows,
            ErasedSubjects erased,
            Clock clock,
            Encryption encryption,
            PrivacyConfiguration configuration) {
        this.rows = rows;
        this.erased = erased;
        this.clock = clock;
        this.key =
                configuration.optOutKey().map(Base64.getDecoder()::decode).orElseGet(() -> encryption.key("opt-outs"));
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "profile.privacy.opt-out-key (PROFILE_PRIVACY_OPT_OUT_KEY) needs 32 random bytes in base64");
        }
    }

    @Override
    public Set<AccountKey> among(Collection<AccountKey> accounts) {
        if (accounts.isEmpty()) {
            return Set.of();
        }
        Map<String, AccountKey> byDigest = new LinkedHashMap<>();
        accounts.forEach(account -> byDigest.put(HexFormat.of().formatHex(digest(account)), account));
        byte[][] digests =
                byDigest.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
        return rows.texts("select encode(digest, 'hex') from opt_out where digest = any (?)", (Object) digests).stream()
                .map(byDigest::get)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isErased(UUID creatorId) {
        return erased.contains(creatorId);
    }

    /** Adds an account; it stays for good. */
    void add(AccountKey account) {
        rows.change(
                "insert into opt_out (digest, added_at) values (?, ?) on conflict do nothing",
                digest(account),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    private byte[] digest(AccountKey account) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String text = "account\n" + account.platform() + "\n" + account.handleKey();
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The platform has no HmacSHA256", e);
        }
    }
}
