package org.affinity.local.cli;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.affinity.local.demo.Role;
import org.affinity.local.demo.TokenFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a bearer token that the running services accept. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints a bearer token for the API, signed by the local issuer.")
final class TokenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}")
    private Role role;

    @Option(
            names = "--org",
            paramLabel = "UUID",
            description = "The organisation (brand, agency, partner). Default: the one of the demo.")
    private UUID organisation;

    @Option(names = "--creator", paramLabel = "UUID", description = "The creator; default: derived from the subject.")
    private UUID creator;

    @Option(
            names = "--acts-for",
            paramLabel = "UUID",
            arity = "1..*",
            description = "The client organisations of an agency.")
    private List<UUID> actsFor = List.of();

    @Option(names = "--subject", description = "Who it is for; default: derived from role and organisation.")
    private String subject;

    @Option(
            names = "--ttl",
            defaultValue = "PT1H",
            description = "How long it is good for, ISO 8601, e.g. PT15M. Default: ${DEFAULT-VALUE}")
    private Duration ttl;

    @Override
    public Integer call() {
        Layout layout = Layout.current();
        TokenFactory tokens = Tokens.of(layout, Addresses.running(layout));
        System.out.println(tokens.token(role, organisation, creator, actsFor, subject, ttl));
        return 0;
    }
}
