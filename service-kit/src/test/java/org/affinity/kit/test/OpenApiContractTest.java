package org.affinity.kit.test;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The lint of OpenAPI documents finds what it should. */
class OpenApiContractTest {

    @Test
    void shouldFindWhatADocumentLacks() throws IOException {
        String document = """
                {"openapi": "3.0.3", "paths": {"/v1/Things": {"post": {"parameters": [{"name": "x", "in": "query"}]}}}}""";
        assertThat(OpenApiContract.violations(new ObjectMapper().readTree(document)))
                .anySatisfy(text -> assertThat(text).contains("3.1"))
                .anySatisfy(text -> assertThat(text).contains("kebab-case"))
                .anySatisfy(text -> assertThat(text).contains("no summary"))
                .anySatisfy(text -> assertThat(text).contains("no Idempotency-Key"))
                .anySatisfy(text -> assertThat(text).contains("x has no example"))
                .anySatisfy(text -> assertThat(text).contains("429 is not described"));
    }
}
