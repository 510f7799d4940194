package org.affinity.kit.privacy;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import java.util.List;
import org.affinity.kit.privacy.ReceiptSigner.PublicJwk;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;

/** Publishes the key that verifies this service's receipts; each service puts it under a path of its own. */
public abstract class ReceiptKeyResource {

    private final ReceiptSigner signer;

    protected ReceiptKeyResource(ReceiptSigner signer) {
        this.signer = signer;
    }

    /** The key set. */
    @GET
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "getReceiptKeys",
            summary = "Read the keys of receipts",
            description = "The JSON Web Key Set (RFC 7517) that verifies the signatures of this service's erasure"
                    + " receipts. Public; an auditor keeps a copy, since a new secret of the service makes a new key.")
    public KeySet keys() {
        PublicJwk key = signer.publicKey();
        return new KeySet(List.of(new Key(key.kty(), key.crv(), key.x(), key.kid(), key.use(), key.alg())));
    }

    /** A JSON Web Key Set. */
    @Schema(name = "ReceiptKeySet", description = "A JSON Web Key Set, RFC 7517.")
    public record KeySet(@Schema(description = "The keys.") List<Key> keys) {}

    /** A JSON Web Key. */
    @Schema(name = "ReceiptKey", description = "A public Ed25519 key as JSON Web Key, RFC 8037.")
    public record Key(
            @Schema(description = "Always OKP.", examples = "OKP")
            String kty,

            @Schema(description = "Always Ed25519.", examples = "Ed25519")
            String crv,

            @Schema(description = "The key, base64url.", examples = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
            String x,

            @Schema(
                    description = "Thumbprint of the key, RFC 7638.",
                    examples = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
            String kid,

            @Schema(description = "Always sig.", examples = "sig")
            String use,

            @Schema(description = "Always EdDSA.", examples = "EdDSA")
            String alg) {}
}
