package org.affinity.kit.thing;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.kit.json.Money;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.kit.test.EventContracts;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** A resource with nothing of its own, to try the kit's rules on. */
@Path("/v1/things")
@ApiResource
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.AGENCY})
class ThingResource {

    private final AgroalDataSource dataSource;
    private final CurrentCaller caller;
    private final IdGenerator ids;
    private final Cursors cursors;
    private final Precondition precondition;
    private final Outbox outbox;

    ThingResource(
            AgroalDataSource dataSource,
            CurrentCaller caller,
            IdGenerator ids,
            Cursors cursors,
            Precondition precondition,
            Outbox outbox) {
        this.dataSource = dataSource;
        this.caller = caller;
        this.ids = ids;
        this.cursors = cursors;
        this.precondition = precondition;
        this.outbox = outbox;
    }

    enum Colour {
        RED,
        BLUE
    }

    record Part(@NotBlank String label) {}

    record ThingRequest(
            @NotBlank @Size(max = 100) String name,
            @Min(0) Integer count,
            Double share,
            Boolean active,
            Long size,
            LocalDate since,
            Colour colour,
            @Valid Money price,
            List<@Valid Part> parts,
            Map<String, @NotNull Integer> marks) {}

    record ThingView(
            UUID thingId,
            long version,
            String name,
            @Schema(nullable = true) Integer count) implements Versioned {}

    @POST
    @Transactional
    @APIResponse(
            responseCode = "201",
            description = "The new thing.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ThingView.class)))
    public RestResponse<ThingView> create(@NotNull @Valid ThingRequest body) throws SQLException {
        ThingView thing = new ThingView(ids.next(), 1, body.name(), body.count());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into thing (id, version, organisation_id, name, count) values (?, 1, ?, ?, ?)")) {
            insert.setObject(1, thing.thingId());
            insert.setObject(2, caller.caller().organisationId());
            insert.setString(3, body.name());
            insert.setObject(4, body.count());
            insert.executeUpdate();
        }
        outbox.publish(
                "matching.match.completed.v1",
                thing.thingId(),
                1,
                EventContracts.example("matching.match.completed.v1"));
        if (body.name().equals("broken")) {
            throw new IllegalStateException("a defect");
        }
        return RestResponse.ResponseBuilder.<ThingView>created(URI.create("/v1/things/" + thing.thingId()))
                .entity(thing)
                .build();
    }

    @GET
    public Page<ThingView> list(
            @QueryParam("name") String name, @QueryParam("colour") Colour colour, @BeanParam Page.Request part)
            throws SQLException {
        UUID after = cursors.decode(part.cursor(), name, colour)
                .map(UUID::fromString)
                .orElse(new UUID(0, 0));
        return Page.of(
                query(
                        "where id > ? and (?::text is null or name = ?) order by id limit " + (part.limit() + 1),
                        after,
                        name,
                        name),
                part.limit(),
                thing -> thing.thingId().toString(),
                cursors,
                name,
                colour);
    }

    @GET
    @Path("/{thingId}")
    public ThingView get(@RestPath UUID thingId) throws SQLException {
        return query("where id = ?", thingId).stream().findFirst().orElseThrow(DomainException::notFound);
    }

    @PUT
    @Path("/{thingId}")
    @Transactional
    public RestResponse<ThingView> change(@RestPath UUID thingId, @NotNull @Valid ThingRequest body)
            throws SQLException {
        ThingView before = get(thingId);
        precondition.requireVersion(before.version());
        update("update thing set name = ?, version = version + 1 where id = ?", body.name(), thingId);
        return RestResponse.ok(get(thingId));
    }

    @DELETE
    @Path("/{thingId}")
    @Transactional
    public RestResponse<Void> delete(@RestPath UUID thingId) throws SQLException {
        precondition.requireVersion(get(thingId).version());
        update("delete from thing where id = ?", thingId);
        return RestResponse.noContent();
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private List<ThingView> query(String clauses, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select * from thing " + clauses)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<ThingView> things = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    things.add(new ThingView(
                            row.getObject("id", UUID.class),
                            row.getLong("version"),
                            row.getString("name"),
                            row.getObject("count", Integer.class)));
                }
            }
            return things;
        }
    }
}
