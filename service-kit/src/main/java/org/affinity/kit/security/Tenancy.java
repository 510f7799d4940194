package org.affinity.kit.security;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;

/**
 * Tells PostgreSQL who the caller is each time a connection leaves the pool, so that row-level security hides the rows
 * of other tenants from every query, whoever wrote it.
 *
 * <p>Outside a request nobody is the caller and no row shows; consumers and jobs say that they act as the system.
 */
@Singleton
public class Tenancy implements AgroalPoolInterceptor {

    private static final ScopedValue<Caller> ASSUMED = ScopedValue.newInstance();
    private static final String SET_CALLER = """
            select set_config('affinity.scope', ?, false),
                   set_config('affinity.organisations', ?, false),
                   set_config('affinity.creator', ?, false)""";

    private final CurrentCaller currentCaller;

    Tenancy(CurrentCaller currentCaller) {
        this.currentCaller = currentCaller;
    }

    /** Runs work of the service itself, which sees the rows of every tenant. */
    public static void asSystem(Runnable work) {
        ScopedValue.where(ASSUMED, Caller.SYSTEM).run(work);
    }

    /** Like {@link #asSystem(Runnable)}, for work with a result. */
    public static <T, X extends Throwable> T callAsSystem(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(ASSUMED, Caller.SYSTEM).call(work);
    }

    static Caller assumed() {
        return ASSUMED.isBound() ? ASSUMED.get() : null;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Caller caller = currentCaller.caller();
        try (PreparedStatement statement = connection.prepareStatement(SET_CALLER)) {
            statement.setString(1, caller.scope());
            statement.setString(
                    2, caller.organisations().stream().map(Object::toString).collect(Collectors.joining(",")));
            statement.setString(
                    3, caller.creatorId() == null ? "" : caller.creatorId().toString());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The caller could not be told to the database", e);
        }
    }
}
