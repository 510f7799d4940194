package org.affinity.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.json.StrictJson;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.Problem;
import org.affinity.kit.problem.ProblemType;
import org.jboss.logging.MDC;

/**
 * What happens before a resource is looked for: each request gets an id, and some are refused; and what no resource
 * answers is a problem, too.
 */
@Singleton
class HttpGuards {

    /** Header of the request's id, and its name in the context of the request. */
    static final String REQUEST_ID = "X-Request-Id";

    private static final String IDENTITY = "identity";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

    private final StrictJson.Limits limits;
    private final IdGenerator ids;
    private final ObjectMapper json;

    HttpGuards(StrictJson.Limits limits, IdGenerator ids, ObjectMapper json) {
        this.limits = limits;
        this.ids = ids;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::identify, 1000);
        filters.register(this::guard, 900);
    }

    void register(@Observes Router router) {
        router.route()
                .order(Integer.MAX_VALUE)
                .handler(context -> answer(context, CommonProblem.NOT_FOUND, "No resource has this path."));
    }

    /** Gives a request an id, the caller's own when it is well formed, and answers it. */
    private void identify(RoutingContext context) {
        String given = context.request().getHeader(REQUEST_ID);
        String id = given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : ids.next().toString();
        context.put(REQUEST_ID, id);
        context.response().putHeader(REQUEST_ID, id);
        MDC.put("requestId", id);
        context.next();
    }

    private void guard(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (codings.stream().anyMatch(coding -> !coding.equalsIgnoreCase("chunked"))) {
            answer(context, CommonProblem.NOT_IMPLEMENTED, "Of the transfer codings only chunked is supported.");
        } else if (isCoded(request)) {
            context.response().putHeader(HttpHeaders.ACCEPT_ENCODING, IDENTITY);
            answer(context, CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Send the body without Content-Encoding.");
        } else if (isJson(request) && length(request) > limits.maxBytes()) {
            answer(context, CommonProblem.TOO_LARGE, "A JSON body may have " + limits.maxBytes() + " bytes.");
        } else {
            context.next();
        }
    }

    /** Nothing is decoded here: such a body would be read as if it were plain. */
    private static boolean isCoded(HttpServerRequest request) {
        return (length(request) > 0 || request.headers().contains(HttpHeaders.TRANSFER_ENCODING))
                && request.headers().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                        .anyMatch(coding -> !coding.strip().equalsIgnoreCase(IDENTITY));
    }

    private static boolean isJson(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(java.util.Locale.ROOT).contains("json");
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void answer(RoutingContext context, ProblemType type, String detail) {
        Problem problem = Problem.of(type, detail, context.normalizedPath(), context.get(REQUEST_ID), List.of());
        try {
            context.response()
                    .setStatusCode(type.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
