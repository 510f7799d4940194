package org.affinity.kit.inbox;

import java.util.List;

/** Handles the events of one channel; the bean whose {@code @Incoming} method passes its records to the inbox. */
public interface EventConsumer {

    /** Name of the consumer and of its channel in the configuration. */
    String channel();

    /**
     * Takes the effect of one event, in the transaction that also records the event as handled.
     *
     * <p>Unknown types are ignored. Events may come in any order: an event whose {@code sequence} is not greater than
     * that of the state at hand is ignored too.
     */
    void handle(ReceivedEvent event);

    /**
     * Takes the effect of some events, in their order and in one transaction: for consumers that store many in one
     * statement. When it fails, the events come again one by one.
     */
    default void handleAll(List<ReceivedEvent> events) {
        events.forEach(event -> event.traced(() -> handle(event)));
    }
}
