package org.affinity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The main job from end to end: a creator list and a brief become a measured report, over the public API alone and with
 * the token that each person in it would have.
 *
 * <p>Returns when all of it has worked, and fails with the first step that has not. A list in which nobody can be
 * proposed is answered with the reason, and that is the end of the job.
 */
public final class MainJob {

    private static final long SEED = 8;

    private final ServiceAddresses services;
    private final TokenFactory tokens;
    private final Progress progress;
    private final DemoOptions options;
    private final ApiClient api = new ApiClient();
    private final Clock clock = Clock.systemUTC();

    public MainJob(ServiceAddresses services, TokenFactory tokens, Progress progress, DemoOptions options) {
        this.services = services;
        this.tokens = tokens;
        this.progress = progress;
        this.options = options;
    }

    /** Runs every step. */
    public void run() throws Exception {
        progress.say("\nThe main job, over the public API. Creators' answers and platforms' figures are simulated.");
        JsonNode imported = importCreators();
        BriefWriter writer = new BriefWriter(api, services, tokens, clock);
        BriefWriter.Market market = progress.step("Looking at the creators there are", () -> writer.look(imported));
        Map<String, Object> brief =
                progress.step("Asking matching what they cost", () -> writer.write(market, imported));
        Campaign campaign = new Campaign(api, services, tokens, clock, new SimulatedWorld(SEED));
        progress.step("Brand posts the brief", () -> campaign.create(brief));
        progress.say("    " + describe(brief));
        JsonNode proposal = progress.step("Brand publishes it; mechanic and panel arrive", campaign::publish);
        showProposal(proposal, campaign.panelPlan(proposal));
        if (proposal.path("panel").isEmpty()) {
            return;
        }
        JsonNode invitations = progress.step("Brand invites the panel", campaign::invite);
        List<JsonNode> accepted = progress.step("Creators answer (simulated)", () -> campaign.answer(invitations));
        progress.say("    " + accepted.size() + " of " + invitations.size() + " accept");
        progress.step("Posts and figures arrive (simulated platform)", () -> campaign.publishPosts(accepted));
        JsonNode report = progress.step("Brand closes the campaign; the report arrives", campaign::close);
        requireVerdicts(report, brief);
        Tables.verdicts(report.path("verdicts")).forEach(progress::say);
        URI page = progress.step("Sharing the report", () -> campaign.share(report));
        showAddresses(page);
    }

    private JsonNode importCreators() throws Exception {
        CreatorImport creators = new CreatorImport(api, services, tokens);
        JsonNode imported = progress.step("Importing creators", () -> creators.run(options));
        progress.say(CreatorImport.report(imported));
        creators.rejectedRows(imported).forEach(progress::say);
        if (options.creators() == null) {
            Declarations declarations = new Declarations(api, services, tokens);
            progress.step(
                    "Some creators say what they ask (simulated)",
                    () -> declarations.run(SampleCreators.standard().declarations()));
        }
        return imported;
    }

    private static String describe(Map<String, Object> brief) {
        JsonNode written = ApiClient.body(brief);
        return written.path("brand").asText() + " on "
                + written.path("platforms").path(0).asText()
                + ", countries " + written.path("audience").path("countries") + ", topics "
                + written.path("audience").path("topics") + ", budget " + Tables.money(written.path("budget"));
    }

    private void showProposal(JsonNode proposal, JsonNode plan) {
        progress.say("    mechanic " + proposal.path("mechanic").path("type").asText() + ": "
                + proposal.path("mechanic").path("reasons").path(0).asText());
        if (proposal.path("panel").isEmpty()) {
            progress.say("    nobody can be proposed ("
                    + plan.path("emptyReason").asText() + "): "
                    + proposal.path("eligibleCount").asLong() + " creators are eligible, others were kept out by "
                    + proposal.path("rejected") + " " + plan.path("infeasibilities"));
            progress.say("    Another brief or list may do better; the job ends here.");
            return;
        }
        progress.say("    panel of " + proposal.path("panel").size() + " out of "
                + proposal.path("eligibleCount").asLong() + " eligible creators for "
                + Tables.money(proposal.path("panelCost")));
        progress.say(Tables.plan(plan) + "\n");
        Tables.panel(proposal.path("panel")).forEach(progress::say);
        progress.say("");
    }

    private static void requireVerdicts(JsonNode report, Map<String, Object> brief) throws ApiException {
        int objectives = ApiClient.body(brief).path("objectives").size();
        if (report.path("verdicts").size() != objectives) {
            throw new ApiException(
                    0,
                    "the report has " + report.path("verdicts").size() + " verdicts for " + objectives + " objectives");
        }
    }

    private void showAddresses(URI page) {
        progress.say("\n  Report page   " + page);
        Map.of(
                        "profile", services.profile(),
                        "campaign", services.campaign(),
                        "matching", services.matching(),
                        "reporting", services.reporting())
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(service ->
                        progress.say("  %-13s %s/docs".formatted("API " + service.getKey(), service.getValue())));
        progress.say("  Health        './affinity status' names it for each service");
        progress.say("  Webhooks      POST " + services.reporting() + "/v1/webhook-endpoints with an https address of"
                + " yours; loopback addresses are refused");
    }
}
