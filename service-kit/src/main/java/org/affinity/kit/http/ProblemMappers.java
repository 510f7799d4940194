package org.affinity.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.kit.problem.Problem;
import org.affinity.kit.problem.ProblemType;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/** Turns every exception into a problem; the only place where an error answer is made. */
@ApplicationScoped
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String ROW_SECURITY_VIOLATION = "42501";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DATA_EXCEPTION = "22";
    /** When to try again what cannot be answered right now. */
    private static final String PAUSE_SECONDS = "2";

    private final ApiDescription description;
    private final RoutingContext routing;

    ProblemMappers(ApiDescription description, RoutingContext routing) {
        this.description = description;
        this.routing = routing;
    }

    @ServerExceptionMapper
    Response domain(DomainException e) {
        Response.ResponseBuilder answer = answer(e.type(), e.getMessage(), e.errors());
        if (e.type().status() == CommonProblem.UNAVAILABLE.status()) {
            answer.header(HttpHeaders.RETRY_AFTER, PAUSE_SECONDS);
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response replayed(Idempotency.ReplayedReply e) {
        return e.reply();
    }

    @ServerExceptionMapper(value = {UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException e) {
        boolean tokenGiven = routing.request().getHeader(HttpHeaders.AUTHORIZATION) != null;
        return answer(CommonProblem.UNAUTHENTICATED, "Send a valid token: Authorization: Bearer …", List.of())
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        tokenGiven ? "Bearer realm=\"affinity\", error=\"invalid_token\"" : "Bearer realm=\"affinity\"")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return answer(CommonProblem.FORBIDDEN, "The roles in the token do not allow this operation.", List.of())
                .build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(ProblemMappers::fieldError)
                .sorted(java.util.Comparator.comparing(FieldError::toString))
                .toList();
        if (errors.stream().anyMatch(error -> "".equals(error.pointer()))) {
            return answer(CommonProblem.MALFORMED_REQUEST, "The body must be one JSON object; it is empty.", errors)
                    .build();
        }
        boolean body = errors.stream().anyMatch(error -> error.pointer() != null);
        return answer(body ? CommonProblem.VALIDATION_FAILED : CommonProblem.INVALID_PARAMETER, summary(errors), errors)
                .build();
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        String rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        rule = rule.substring(0, 1).toLowerCase(Locale.ROOT) + rule.substring(1);
        // The body is the only parameter that a resource declares as not null.
        if (nodes.size() == 2 && !rule.equals("notNull")) {
            return FieldError.ofParameter(nodes.get(1).getName(), rule, violation.getMessage());
        }
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : nodes.subList(Math.min(2, nodes.size()), nodes.size())) {
            if (node.getIndex() != null) {
                pointer.append(FieldError.step(node.getIndex()));
            } else if (node.getKey() != null) {
                pointer.append(FieldError.step(node.getKey()));
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append(FieldError.step(node.getName()));
            }
        }
        return FieldError.at(pointer.toString(), rule, violation.getMessage());
    }

    @ServerExceptionMapper(value = {StreamReadException.class, DatabindException.class, MismatchedInputException.class})
    Response json(JsonProcessingException e) {
        return domain(JsonProblems.of(e));
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException cause) {
            return json(cause);
        }
        return switch (e.getResponse().getStatus()) {
            case 400 ->
                answer(CommonProblem.MALFORMED_REQUEST, "The request cannot be read; is the body there?", List.of())
                        .build();
            case 401 -> unauthenticated(new SecurityException());
            case 403 -> forbidden(new ForbiddenException());
            case 404 -> domain(DomainException.notFound());
            case 405 -> {
                String allowed = description.allowed(routing.normalizedPath());
                yield answer(CommonProblem.METHOD_NOT_ALLOWED, "The resource knows " + allowed + ".", List.of())
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
            }
            case 406 ->
                answer(CommonProblem.NOT_ACCEPTABLE, "Accept application/json.", List.of())
                        .build();
            case 413 ->
                answer(CommonProblem.TOO_LARGE, "Send a smaller body.", List.of())
                        .build();
            case 415 ->
                answer(CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Send the media type that the API describes.", List.of())
                        .build();
            default -> e.getResponse().getStatus() < 500 ? domain(DomainException.notFound()) : unexpected(e);
        };
    }

    /** Reading the parts of a form fails like this; whatever else does is unexpected. */
    @ServerExceptionMapper
    Response cutOff(IOException e) {
        return e.getMessage() != null && e.getMessage().contains("multipart")
                ? answer(CommonProblem.MALFORMED_REQUEST, "The form is cut off.", List.of())
                        .build()
                : any(e);
    }

    @ServerExceptionMapper
    Response malformedForm(MultipartParser.MalformedMessageException e) {
        return answer(CommonProblem.MALFORMED_REQUEST, "The form is malformed.", List.of())
                .build();
    }

    @ServerExceptionMapper
    Response any(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DomainException domain -> {
                    return domain(domain);
                }
                case Idempotency.ReplayedReply replayed -> {
                    return replayed.reply();
                }
                case OptimisticLockException _, StaleStateException _ -> {
                    return answer(
                                    CommonProblem.CONFLICT,
                                    "Another request changed the resource; read it again.",
                                    List.of())
                            .build();
                }
                case ConstraintViolationException violation -> {
                    return invalid(violation);
                }
                case SQLException sql -> {
                    return database(sql, e);
                }
                default -> {
                    // look further down
                }
            }
        }
        return unexpected(e);
    }

    private Response database(SQLException sql, Throwable e) {
        String state = sql.getSQLState();
        if (CommonProblem.isPassing(sql)) {
            LOG.warnf("Database not available, SQL state %s", state);
            return answer(CommonProblem.UNAVAILABLE, "Send the request again after the pause.", List.of())
                    .header(HttpHeaders.RETRY_AFTER, PAUSE_SECONDS)
                    .build();
        }
        if (state.equals(ROW_SECURITY_VIOLATION)) {
            return domain(DomainException.notFound());
        }
        if (state.equals(UNIQUE_VIOLATION)) {
            return answer(CommonProblem.CONFLICT, "Another request created the same resource.", List.of())
                    .build();
        }
        if (state.startsWith(DATA_EXCEPTION)) {
            LOG.warnf("A value passed the checks that the database cannot keep, SQL state %s", state);
            return answer(CommonProblem.VALIDATION_FAILED, "A value is out of the range that can be kept.", List.of())
                    .build();
        }
        return unexpected(e);
    }

    private Response unexpected(Throwable e) {
        LOG.error("Request failed unexpectedly", e);
        return answer(CommonProblem.INTERNAL_ERROR, "The operators can find it by the request id.", List.of())
                .build();
    }

    private static String summary(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        String place = first.pointer() == null ? first.parameter() : first.pointer();
        return place + " " + first.detail();
    }

    private Response.ResponseBuilder answer(ProblemType type, String detail, List<FieldError> errors) {
        Problem problem =
                Problem.of(type, detail, routing.normalizedPath(), routing.get(HttpGuards.REQUEST_ID), errors);
        return Response.status(type.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
