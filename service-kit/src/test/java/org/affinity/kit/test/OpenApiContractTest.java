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
                .anySatisfy(text -> assertThat(text).contains("429 is not described"))
                .anySatisfy(text -> assertThat(text).contains("503 has no Retry-After"));
    }

    @Test
    void shouldFindAConditionThatNothingMeets() throws IOException {
        String document = """
                {"paths": {"/v1/things": {"get": {
                  "parameters": [{"name": "If-None-Match", "in": "header"}], "responses": {"200": {}}}}}}""";
        assertThat(OpenApiContract.violations(new ObjectMapper().readTree(document)))
                .anySatisfy(text -> assertThat(text).contains("If-None-Match without ETag"));
    }

    @Test
    void shouldFindPatternsThatMeanSomethingElseToClients() throws IOException {
        // Given
        String document = """
                {"components": {"schemas": {"A": {"properties": {
                  "country": {"pattern": "[A-Z]{2}"}, "city": {"pattern": "^[^\\\\p{Cntrl}]*$"},
                  "name": {"pattern": "\\\\S"}, "platform": {"pattern": "^[A-Z]+$"}}}}}}""";
        // When
        var patterns = OpenApiContract.violations(new ObjectMapper().readTree(document)).stream()
                .filter(text -> text.startsWith("pattern"))
                .toList();
        // Then
        assertThat(patterns)
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("[A-Z]{2}: JSON Schema looks for it anywhere"))
                .anySatisfy(text -> assertThat(text).contains("only Java knows it"));
    }

    @Test
    void shouldFindASavedReplyThatDoesNotSayThatItIsOne() throws IOException {
        // Given
        String document = """
                {"paths": {"/v1/things": {"post": {"responses": {"201": {}}}}}}""";
        // When
        var violations = OpenApiContract.violations(new ObjectMapper().readTree(document));
        // Then
        assertThat(violations).anySatisfy(text -> assertThat(text).contains("201 has no Idempotency-Replayed"));
    }

    @Test
    void shouldFindAPropertyThatAReplyMayLeaveOut() throws IOException {
        String document = """
                {"paths": {"/v1/things": {"post": {
                  "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Request"}}}},
                  "responses": {
                    "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/View"}}}},
                    "400": {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}}}},
                 "components": {"schemas": {
                   "Request": {"properties": {"both": {"$ref": "#/components/schemas/Both"}}},
                   "Both": {"properties": {"optional": {}}},
                   "Problem": {"properties": {"detail": {}}},
                   "View": {"required": ["parts"], "properties": {
                     "both": {"$ref": "#/components/schemas/Both"},
                     "late": {"x-since": "2026-11-23"},
                     "parts": {"items": {"properties": {"label": {}}}}}}}}}""";
        assertThat(OpenApiReplies.optionalProperties(new ObjectMapper().readTree(document)))
                .containsExactlyInAnyOrder(
                        "schema View.both: a reply always has it, yet it is not required",
                        "schema View.parts.label: a reply always has it, yet it is not required");
    }
}
