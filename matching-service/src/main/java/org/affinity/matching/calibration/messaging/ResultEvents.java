package org.affinity.matching.calibration.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReadModel;
import org.affinity.kit.inbox.ReceivedEvent;
import org.affinity.matching.calibration.CalibrationService;
import org.affinity.matching.calibration.MeasuredResult;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of measured results. */
@ApplicationScoped
public class ResultEvents implements ReadModel {

    private static final String CHANNEL = "results";

    private final EventInbox inbox;
    private final CalibrationService calibration;

    ResultEvents(EventInbox inbox, CalibrationService calibration) {
        this.inbox = inbox;
        this.calibration = calibration;
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(this, records);
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.isTombstone()) {
            calibration.forgetResult(UUID.fromString(event.key()));
        } else if (event.type().equals("reporting.result.recorded.v1")) {
            calibration.note(event.read(MeasuredResult.class));
        }
    }

    @Override
    public void clear() {
        calibration.forgetResults();
    }
}
