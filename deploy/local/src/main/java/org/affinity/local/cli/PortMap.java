package org.affinity.local.cli;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.affinity.local.parts.Platform.PortPlan;
import org.affinity.local.parts.Ports;

/** Which part of the stack listens where, derived from one number. */
record PortMap(Map<Service, Integer> api, Map<Service, Integer> management, PortPlan platform) {

    static final int DEFAULT_BASE = 8080;

    private static final int ISSUER = 5;
    private static final int POSTGRES = 6;
    private static final int KAFKA = 7;
    private static final int KAFKA_CONTROLLER = 8;
    private static final int MANAGEMENT = 10;
    private static final int HIGHEST_BASE = 65_500;

    PortMap {
        api = Map.copyOf(api);
        management = Map.copyOf(management);
    }

    /** The ports above the base; base 0 takes ports that are free now. */
    static PortMap of(int base) {
        if (base < 0 || base > HIGHEST_BASE || (base > 0 && base < 1024)) {
            throw new UserError("--port-base " + base + " is not possible; give 0 (any free ports) or 1024 to "
                    + HIGHEST_BASE + ".");
        }
        IntUnaryOperator port = base == 0 ? offset -> Ports.free() : offset -> base + offset;
        Map<Service, Integer> api = new EnumMap<>(Service.class);
        Map<Service, Integer> management = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            api.put(service, port.applyAsInt(service.portOffset()));
            management.put(service, port.applyAsInt(MANAGEMENT + service.portOffset()));
        }
        PortPlan platform = new PortPlan(
                port.applyAsInt(POSTGRES),
                port.applyAsInt(KAFKA),
                port.applyAsInt(KAFKA_CONTROLLER),
                port.applyAsInt(ISSUER));
        return new PortMap(api, management, platform);
    }

    /** Every port with what wants it. */
    Map<Integer, String> wanted() {
        Map<Integer, String> wanted = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            wanted.put(api.get(service), service.label());
            wanted.put(management.get(service), service.label() + " (management)");
        }
        wanted.put(platform.issuer(), "the token issuer");
        wanted.put(platform.postgres(), "PostgreSQL");
        wanted.put(platform.kafka(), "Kafka");
        wanted.put(platform.kafkaController(), "Kafka's controller");
        return wanted;
    }
}
