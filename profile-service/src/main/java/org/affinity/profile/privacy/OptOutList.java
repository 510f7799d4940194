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
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.affinity.kit.config.Encryption;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.kit.privacy.SubjectRows;
import org.affinity.profile.creator.OptOuts;
import org.affinity.profile.creator.domain.AccountKey;

/**
 * The accounts of people who had their data erased, and the ids under which partners kept them, as HMAC-SHA-256 digests
 * under a secret key: the list recognises what comes again, and tells nobody who is on it.
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
        return listed(accounts, this::digest);
    }

    @Override
    public Set<String> externalIdsAmong(UUID organisationId, Collection<String> externalIds) {
        return listed(externalIds, externalId -> digest(organisationId, externalId));
    }

    private <T> Set<T> listed(Collection<T> all, Function<T, byte[]> digest) {
        if (all.isEmpty()) {
            return Set.of();
        }
        Map<String, T> byDigest = new LinkedHashMap<>();
        all.forEach(one -> byDigest.put(HexFormat.of().formatHex(digest.apply(one)), one));
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

    /** Adds an account; it stays until an operator releases it. */
    void add(AccountKey account) {
        add(digest(account));
    }

    /** Adds the id under which a partner kept a person. */
    void add(UUID organisationId, String externalId) {
        add(digest(organisationId, externalId));
    }

    private void add(byte[] digest) {
        rows.change(
                "insert into opt_out (digest, added_at) values (?, ?) on conflict do nothing",
                digest,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** Takes a digest off the list; whether it was on it. */
    boolean remove(byte[] digest) {
        return rows.change("delete from opt_out where digest = ?", digest) == 1;
    }

    byte[] digest(AccountKey account) {
        return digest("account\n" + account.platform() + "\n" + account.handleKey());
    }

    byte[] digest(UUID organisationId, String externalId) {
        return digest("partner\n" + organisationId + "\n" + externalId);
    }

    private byte[] digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The platform has no HmacSHA256", e);
        }
    }
}
