package org.affinity.profile.consent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.consent.domain.ContactPermission.Reason;
import org.affinity.profile.creator.domain.LawfulBasis;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContactPermissionTest {

    private static final Instant GIVEN = Instant.parse("2026-01-15T08:00:00Z");

    private static Consent channel(Channel channel, Instant givenAt, Instant withdrawnAt) {
        return consent(channel, LawfulBasis.CONSENT, givenAt, withdrawnAt, Purpose.CONTACT);
    }

    private static Consent source(Instant withdrawnAt, Purpose... purposes) {
        return consent(null, LawfulBasis.LEGITIMATE_INTERESTS, GIVEN, withdrawnAt, purposes);
    }

    private static Consent consent(
            Channel channel, LawfulBasis basis, Instant givenAt, Instant withdrawnAt, Purpose... purposes) {
        return new Consent(
                UUID.randomUUID(),
                Origin.CREATOR,
                "form",
                channel,
                basis,
                List.of(purposes),
                null,
                givenAt,
                withdrawnAt);
    }

    private static void assertIs(ContactPermission permission, boolean mayContact, Reason reason) {
        assertThat(permission.mayContact()).isEqualTo(mayContact);
        assertThat(permission.reason()).isEqualTo(reason);
    }

    @Test
    void shouldOpenAChannelByConsentAndCloseItByWithdrawal() {
        assertIs(
                ContactPermission.of(Channel.EMAIL, List.of(channel(Channel.EMAIL, GIVEN, null))),
                true,
                Reason.CONSENT_GIVEN);
        assertIs(
                ContactPermission.of(Channel.EMAIL, List.of(channel(Channel.EMAIL, GIVEN, GIVEN.plusSeconds(1)))),
                false,
                Reason.CONSENT_WITHDRAWN);
        assertIs(
                ContactPermission.of(
                        Channel.EMAIL,
                        List.of(
                                channel(Channel.EMAIL, GIVEN.minusSeconds(9), null),
                                channel(Channel.EMAIL, GIVEN, GIVEN.plusSeconds(1)))),
                true,
                Reason.CONSENT_GIVEN);
    }

    @Test
    void shouldKeepConsentForOneChannelFromOpeningAnother() {
        assertIs(
                ContactPermission.of(Channel.PHONE, List.of(channel(Channel.EMAIL, GIVEN, null))),
                false,
                Reason.NEVER_GIVEN);
    }

    @Test
    void shouldLetOtherBasesOpenPostAndMessagesOnly() {
        List<Consent> list = List.of(source(null, Purpose.MATCHING, Purpose.CONTACT));
        assertIs(ContactPermission.of(Channel.POST, list), true, Reason.OTHER_LAWFUL_BASIS);
        assertIs(ContactPermission.of(Channel.PLATFORM_MESSAGE, list), true, Reason.OTHER_LAWFUL_BASIS);
        assertIs(ContactPermission.of(Channel.EMAIL, list), false, Reason.NEVER_GIVEN);
        assertIs(ContactPermission.of(Channel.PHONE, list), false, Reason.NEVER_GIVEN);
    }

    @Test
    void shouldCloseMessagesWhenTheBasisIsObjectedToOrForSomethingElse() {
        assertIs(
                ContactPermission.of(Channel.POST, List.of(source(GIVEN.plusSeconds(1), Purpose.CONTACT))),
                false,
                Reason.NEVER_GIVEN);
        assertIs(
                ContactPermission.of(Channel.POST, List.of(source(null, Purpose.MATCHING))), false, Reason.NEVER_GIVEN);
    }

    @Test
    void shouldGiveOneMonthForANotice() {
        assertThat(NoticePeriod.dueOn(Instant.parse("2026-01-31T23:59:59Z"))).isEqualTo(LocalDate.parse("2026-02-28"));
        assertThat(NoticePeriod.dueOn(GIVEN)).isEqualTo(LocalDate.parse("2026-02-15"));
    }
}
