package org.affinity.endtoend;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Events that are written and not sent yet, or sent and not consumed yet. */
final class EventTraffic {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ServiceStack stack;
    private final EventLog log;
    private final List<String> consumerGroups;

    EventTraffic(ServiceStack stack, EventLog log, List<String> consumerGroups) {
        this.stack = stack;
        this.log = log;
        this.consumerGroups = List.copyOf(consumerGroups);
    }

    /** Waits until every outbox is empty and every group has consumed what is there for it. */
    void awaitEnd() {
        Waiting.untilNone("events under way", PATIENCE, () -> {
            List<String> underWay = underWay();
            // What the last group consumed may have made its service write to one that was looked at before.
            return underWay.isEmpty() ? underWay() : underWay;
        });
    }

    private List<String> underWay() {
        List<String> unsent = Arrays.stream(Service.values())
                .filter(service -> Audit.count(stack.database(service), "select count(*) from outbox") > 0)
                .map(service -> "the outbox of " + service.label())
                .toList();
        return unsent.isEmpty() ? log.unread(consumerGroups) : unsent;
    }
}
