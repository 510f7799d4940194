package org.affinity.profile.willingness.domain;

import java.util.regex.Pattern;

/** A way to reach a creator, with the form that its addresses have. */
public enum ChannelKind {
    EMAIL("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,190}\\.[^\\s@<>\".]{2,63}", "must be an e-mail address"),
    AGENT_EMAIL("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,190}\\.[^\\s@<>\".]{2,63}", "must be an e-mail address"),
    PHONE("\\+[1-9]\\d{6,14}", "must be an E.164 number such as +33612345678"),
    SMS("\\+[1-9]\\d{6,14}", "must be an E.164 number such as +33612345678"),
    WHATSAPP("\\+[1-9]\\d{6,14}", "must be an E.164 number such as +33612345678"),
    PLATFORM_MESSAGE("\\S.{0,199}", "must name an account, such as instagram:lea.cuisine");

    private final Pattern form;
    private final String rule;

    ChannelKind(String form, String rule) {
        this.form = Pattern.compile(form);
        this.rule = rule;
    }

    /** Whether an address has the form of this kind. */
    public boolean fits(String address) {
        return form.matcher(address).matches();
    }

    /** What an address must be. */
    public String rule() {
        return rule;
    }
}
