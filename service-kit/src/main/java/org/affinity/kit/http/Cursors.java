package org.affinity.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.affinity.kit.config.Encryption;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;

/**
 * Opaque cursors: the key of the last item of a page, signed together with the caller, the path and the filters, so
 * that a cursor is good for its own list only.
 */
@ApplicationScoped
public class Cursors {

    private static final int SIGNATURE = 16;

    private final Encryption encryption;
    private final CurrentCaller currentCaller;
    private final UriInfo uri;

    Cursors(Encryption encryption, CurrentCaller currentCaller, UriInfo uri) {
        this.encryption = encryption;
        this.currentCaller = currentCaller;
        this.uri = uri;
    }

    /** The cursor after an item. */
    public String encode(String lastKey, Object... filters) {
        byte[] key = lastKey.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream token = new ByteArrayOutputStream();
        token.writeBytes(signature(key, filters));
        token.writeBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.toByteArray());
    }

    /**
     * The key of the last item of the page before, or empty when the caller gave no cursor.
     *
     * @throws DomainException 400 when the cursor was altered, or belongs to another caller, path or filter
     */
    public Optional<String> decode(String cursor, Object... filters) {
        if (cursor == null) {
            return Optional.empty();
        }
        byte[] token = bytes(cursor);
        if (token.length > SIGNATURE) {
            byte[] key = Arrays.copyOfRange(token, SIGNATURE, token.length);
            if (MessageDigest.isEqual(Arrays.copyOf(token, SIGNATURE), signature(key, filters))) {
                return Optional.of(new String(key, StandardCharsets.UTF_8));
            }
        }
        String fix = "must be the nextCursor of this list, with the same filters; leave it out to start again";
        throw new DomainException(
                CommonProblem.INVALID_CURSOR,
                "cursor " + fix,
                List.of(FieldError.ofParameter("cursor", "cursor", fix)));
    }

    private static byte[] bytes(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] signature(byte[] key, Object... filters) {
        Caller caller = currentCaller.caller();
        StringBuilder text = new StringBuilder(uri.getPath())
                .append('\n')
                .append(caller.subject())
                .append('\n')
                .append(caller.organisationId());
        for (Object filter : filters) {
            text.append('\n').append(Objects.toString(filter, ""));
        }
        ByteArrayOutputStream bound = new ByteArrayOutputStream();
        bound.writeBytes(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        bound.writeBytes(key);
        return Arrays.copyOf(encryption.sign(bound.toByteArray()), SIGNATURE);
    }
}
