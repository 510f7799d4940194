package org.affinity.kit.thing;

import io.agroal.api.AgroalDataSource;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReadModel;
import org.affinity.kit.inbox.ReceivedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A copy of creators, to try the inbox on. */
@ApplicationScoped
class ThingEvents implements ReadModel {

    private final EventInbox inbox;
    private final AgroalDataSource dataSource;
    /** Runs before an event takes effect. */
    static volatile Runnable defect = () -> {};
    /** When set, each event waits for a permit. */
    static volatile Semaphore permits;
    /** When positive, the event that counts it down to zero ends the thread that handles it. */
    static final AtomicInteger untilError = new AtomicInteger();

    ThingEvents(EventInbox inbox, AgroalDataSource dataSource) {
        this.inbox = inbox;
        this.dataSource = dataSource;
    }

    /** Lets every event pass again, those that wait included. */
    static void letAllPass() {
        Semaphore waitedFor = permits;
        permits = null;
        if (waitedFor != null) {
            waitedFor.release(Integer.MAX_VALUE / 2);
        }
    }

    record Creator(UUID creatorId, String displayName) {}

    @Override
    public String channel() {
        return "things";
    }

    @Incoming("things")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(this, records);
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (!event.type().equals("profile.creator.updated.v1")) {
            return;
        }
        if (permits != null) {
            permits.acquireUninterruptibly();
        }
        if (untilError.get() > 0 && untilError.decrementAndGet() == 0) {
            throw new OutOfMemoryError("a test's");
        }
        Creator creator = event.read(Creator.class);
        defect.run();
        execute(
                "insert into thing_copy (id, version, name) values (?, ?, ?) on conflict (id) do update"
                        + " set version = excluded.version, name = excluded.name"
                        + " where thing_copy.version < excluded.version",
                creator.creatorId(),
                event.sequence(),
                creator.displayName());
    }

    @Override
    public void clear() {
        execute("delete from thing_copy");
    }

    private void execute(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
