package org.affinity.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affinity.endtoend.Ledger.Balance;
import org.affinity.endtoend.Ledger.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole line on the packaged services, each of which is killed in the middle of it. */
class MainLineIT {

    private static final int SIGN_UPS = 90;
    private static final int IMPORTED = 300;
    private static final int CAMPAIGNS = 18;

    private static ServiceStack stack;

    @BeforeAll
    static void startServices() {
        stack = ServiceStack.prepare("main-line", null);
        stack.startAll();
    }

    @AfterAll
    static void stopServices() {
        stack.close();
    }

    @Test
    void shouldLoseNothingAndDoubleNothingWhenEachServiceIsKilled() {
        // Given
        ApiClient client = new ApiClient();
        Ledger ledger = new Ledger();
        MainLine line = new MainLine(stack, client, ledger);
        KillSwitch killSwitch = new KillSwitch(stack, client);
        Audit audit = new Audit(stack, client, ledger, line);
        Map<String, String> endpoints = WebhookReceivers.register(stack, client);

        // When
        drive(line, killSwitch);
        audit.awaitQuiet();
        List<Balance> balances = audit.balances(endpoints);

        // Then
        report(client, killSwitch, audit, balances);
        assertThat(killSwitch.kills()).hasSize(7);
        assertThat(client.repeated()).isPositive();
        assertThat(balances).allSatisfy(balance -> {
            assertThat(balance.expected()).isPositive();
            assertThat(balance.lost()).isZero();
            assertThat(balance.doubled()).isZero();
        });
        assertThat(ledger.of(Kind.CREATOR)).hasSize(SIGN_UPS + IMPORTED);
        assertThat(ledger.of(Kind.CAMPAIGN)).hasSize(CAMPAIGNS);
        assertThat(audit.count("select count(*) from dead_letter")).isZero();
        assertThat(audit.count("select count(*) from outbox")).isZero();
    }

    private static void drive(MainLine line, KillSwitch killSwitch) {
        String importId = line.uploadCreators(IMPORTED);
        killSwitch.during("an import and sign-ups", Service.PROFILE, 20, line.signUps(SIGN_UPS));
        assertThat(line.awaitImport(importId).path("state").asText()).isEqualTo("SUCCEEDED");
        Waiting.until(
                "matching knows the creators",
                Duration.ofMinutes(2),
                () -> line.match(MainLine.ORGANISATIONS.getFirst()) >= SIGN_UPS);
        killSwitch.during("publications", Service.CAMPAIGN, 8, line.publications(CAMPAIGNS - 3));
        List<Runnable> matching = new ArrayList<>(line.matches(24));
        matching.addAll(line.publications(3));
        killSwitch.during("matches", Service.MATCHING, 6, matching);
        line.awaitProposals();
        line.invitations().forEach(Runnable::run);
        killSwitch.during("acceptances", Service.CAMPAIGN, 20, line.acceptances());
        killSwitch.during("posts and readings", Service.REPORTING, 60, line.postsWithReadings());
        List<Runnable> closures = line.closures();
        killSwitch.during("closures", Service.REPORTING, 3, closures.subList(0, CAMPAIGNS / 2));
        killSwitch.during("closures", Service.PROFILE, 3, closures.subList(CAMPAIGNS / 2, CAMPAIGNS));
        line.awaitReports();
    }

    private static void report(ApiClient client, KillSwitch killSwitch, Audit audit, List<Balance> balances) {
        System.out.printf(
                "kill test: %d kills, %d writes acknowledged, %d sent again, %d answered from a saved reply,"
                        + " %d events sent again and taken once%n",
                killSwitch.kills().size(),
                client.acknowledged(),
                client.repeated(),
                client.replayed(),
                audit.sentAgain());
        killSwitch.kills().forEach(kill -> System.out.println("  " + kill));
        balances.forEach(balance -> System.out.printf(
                "  %-17s %5d expected, %d lost, %d doubled%n",
                balance.kind(), balance.expected(), balance.lost(), balance.doubled()));
    }
}
