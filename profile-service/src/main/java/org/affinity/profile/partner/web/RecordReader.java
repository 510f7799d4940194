package org.affinity.profile.partner.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.profile.creator.PlatformCatalogue;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.creator.web.ProfileCheck;
import org.affinity.profile.partner.PartnerRecord;

/** Reads records: whole requests, and items of a batch one by one, so that a bad one concerns itself only. */
@ApplicationScoped
class RecordReader {

    private final ObjectMapper json;
    private final Validator validator;
    private final PlatformCatalogue platforms;
    private final Clock clock;

    RecordReader(ObjectMapper json, Validator validator, PlatformCatalogue platforms, Clock clock) {
        this.platforms = platforms;
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * The record of a request whose fields were checked.
     *
     * @throws DomainException 422 with every broken rule that annotations cannot say
     */
    PartnerRecord recordOf(String externalId, PartnerCreatorRequest request) {
        return recordOf(externalId, request, platforms.known());
    }

    private PartnerRecord recordOf(String externalId, PartnerCreatorRequest request, Platforms known) {
        var check = new ProfileCheck(LocalDate.now(clock).getYear(), known);
        return new PartnerRecord(
                externalId, check.profileOf(request.asCreatorRequest()), request.source(), write(request));
    }

    /**
     * The record of an item.
     *
     * @throws DomainException 422 with every broken rule, its pointers below {@code at}
     */
    PartnerRecord recordOf(JsonNode item, String at, Platforms known) {
        PartnerCreatorBatch.Item read = read(item, at);
        List<FieldError> errors = validator.validate(read).stream()
                .map(violation -> error(violation, at))
                .sorted(Comparator.comparing(FieldError::toString))
                .toList();
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
        try {
            return recordOf(read.externalId(), read.creator(), known);
        } catch (DomainException refused) {
            throw invalid(refused.errors().stream()
                    .map(error -> FieldError.at(at + "/creator" + error.pointer(), error.rule(), error.detail()))
                    .toList());
        }
    }

    /** The platforms there are: asked for once, for all items of a batch. */
    Platforms platforms() {
        return platforms.known();
    }

    /** What a record said, read again. */
    PartnerCreatorRequest read(String text) {
        try {
            return json.readValue(text, PartnerCreatorRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record cannot be read any more", e);
        }
    }

    private String write(PartnerCreatorRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record cannot be written", e);
        }
    }

    private PartnerCreatorBatch.Item read(JsonNode item, String at) {
        if (item == null || !item.isObject()) {
            throw invalid(List.of(FieldError.at(at, "object", "must be an object")));
        }
        try {
            return json.treeToValue(item, PartnerCreatorBatch.Item.class);
        } catch (UnrecognizedPropertyException e) {
            throw invalid(List.of(FieldError.unknownField(at + pointer(e), e)));
        } catch (JsonMappingException e) {
            throw invalid(
                    List.of(FieldError.at(at + pointer(e), "type", "has a value of another type than described")));
        } catch (JsonProcessingException e) {
            throw invalid(List.of(FieldError.at(at, "json", "cannot be read")));
        }
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static FieldError error(ConstraintViolation<?> violation, String at) {
        String rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        String pointer = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(RecordReader::step)
                .collect(Collectors.joining());
        return FieldError.at(
                at + pointer,
                rule.substring(0, 1).toLowerCase(Locale.ROOT) + rule.substring(1),
                violation.getMessage());
    }

    private static String step(Path.Node node) {
        String index = node.getIndex() == null ? "" : "/" + node.getIndex();
        boolean isElement = node.getName() == null || node.getName().startsWith("<");
        return index + (isElement ? "" : "/" + node.getName());
    }

    private static DomainException invalid(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        return new DomainException(CommonProblem.VALIDATION_FAILED, first.pointer() + " " + first.detail(), errors);
    }
}
