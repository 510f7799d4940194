package org.affinity.reporting.privacy.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.privacy.ReceiptKeyResource;
import org.affinity.kit.privacy.ReceiptSigner;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The key that verifies this service's erasure receipts. */
@ApiResource
@Path("/v1/reporting-receipt-keys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Privacy", description = "What creators and auditors ask about personal data.")
class ReportingReceiptKeys extends ReceiptKeyResource {

    ReportingReceiptKeys(ReceiptSigner signer) {
        super(signer);
    }
}
