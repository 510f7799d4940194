package org.affinity.profile.creator.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.AccountProfile;
import org.affinity.profile.creator.domain.Availability;
import org.affinity.profile.creator.domain.BrokenRules;
import org.affinity.profile.creator.domain.Countries;
import org.affinity.profile.creator.domain.CreatorProfile;
import org.affinity.profile.creator.domain.EngagementTerms;
import org.affinity.profile.creator.domain.Fee;
import org.affinity.profile.creator.domain.Handle;
import org.affinity.profile.creator.domain.Languages;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.creator.domain.Topics;

/**
 * Checks what annotations cannot say of a profile, all of it before it answers, and turns it into the domain's terms.
 */
public final class ProfileCheck {

    private static final int FIRST_BIRTH_YEAR = 1900;

    private final int currentYear;
    private final Platforms platforms;
    private final BrokenRules rules = new BrokenRules();

    public ProfileCheck(int currentYear, Platforms platforms) {
        this.platforms = platforms;
        this.currentYear = currentYear;
    }

    /**
     * The profile that the request describes.
     *
     * @throws DomainException 422 with every broken rule
     */
    public CreatorProfile profileOf(CreatorRequest request) {
        checkPerson(request);
        List<String> languages = languages(request.languages());
        List<AccountProfile> accounts = accounts(request.accounts());
        List<Availability> availability = availability(request.availability());
        rules.refuse();
        return new CreatorProfile(
                request.displayName().strip(),
                request.country(),
                languages,
                request.birthYear(),
                request.timeZone(),
                Topics.canonical(request.topics()),
                accounts,
                availability,
                CreatorProfile.bioOf(request.bio()));
    }

    private void checkPerson(CreatorRequest request) {
        check(
                request.country() == null || Countries.isCode(request.country()),
                "/country",
                "country",
                "must be an ISO 3166 alpha-2 code in use, such as FR");
        Integer year = request.birthYear();
        check(
                year == null || (year >= FIRST_BIRTH_YEAR && year <= currentYear),
                "/birthYear",
                "range",
                "must be between " + FIRST_BIRTH_YEAR + " and " + currentYear);
        String zone = request.timeZone();
        check(
                zone == null || ZoneId.getAvailableZoneIds().contains(zone),
                "/timeZone",
                "timeZone",
                "must be an IANA time zone such as Europe/Paris");
    }

    private List<String> languages(List<String> tags) {
        var languages = new ArrayList<String>();
        for (int i = 0; i < tags.size(); i++) {
            Optional<String> tag = Languages.canonical(tags.get(i));
            check(
                    tag.isPresent(),
                    "/languages/" + i,
                    "language",
                    "must be a BCP 47 tag of a language of ISO 639 such as fr or en-GB");
            tag.filter(one -> !languages.contains(one)).ifPresent(languages::add);
        }
        return languages;
    }

    private List<AccountProfile> accounts(List<CreatorRequest.AccountRequest> requests) {
        var accounts = new ArrayList<AccountProfile>();
        var keys = new HashSet<Object>();
        for (int i = 0; i < requests.size(); i++) {
            CreatorRequest.AccountRequest request = requests.get(i);
            var metrics = new AccountMetrics(request.followers(), request.engagementRate(), request.averageViews());
            String at = "/accounts/" + i;
            platforms.check(request.platform(), rules, at + "/platform");
            platforms.check(request.platform(), Observation.of(metrics), rules, at);
            Optional<Handle> handle = platforms.handle(request.platform(), request.handle());
            check(
                    handle.isPresent() || platforms.find(request.platform()).isEmpty(),
                    at + "/handle",
                    "handle",
                    "must name an account of this platform: letters, digits, dots, underscores or hyphens");
            if (handle.isPresent()) {
                var account = new AccountProfile(request.platform(), handle.get(), metrics);
                check(keys.add(account.key()), at, "unique", "is the same account as one before it");
                accounts.add(account);
            }
        }
        return accounts;
    }

    private List<Availability> availability(List<CreatorRequest.AvailabilityRequest> requests) {
        var availability = new ArrayList<Availability>();
        Set<Object> types = new HashSet<>();
        for (int i = 0; i < requests.size(); i++) {
            CreatorRequest.AvailabilityRequest request = requests.get(i);
            String at = "/availability/" + i;
            check(types.add(request.engagementType()), at, "unique", "has the engagementType of one before it");
            EngagementTerms terms = request.terms();
            if (terms != null) {
                rules.period(terms.from(), terms.until(), at + "/terms/until");
            }
            Fee fee = rules.fee(request.fee(), at + "/fee").orElse(null);
            availability.add(new Availability(request.engagementType(), fee, terms));
        }
        return availability;
    }

    private void check(boolean holds, String pointer, String rule, String detail) {
        rules.check(holds, pointer, rule, detail);
    }
}
