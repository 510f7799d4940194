package org.affinity.campaign.collaboration.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affinity.kit.problem.DomainException;

/**
 * A message with places such as {@code {{displayName}}} that are filled in for each creator.
 *
 * <p>Nobody gets a text that was written for a list: a template without a place that is personal does not exist, nor
 * does one with a place that nothing can fill, since the braces would reach the reader.
 */
public final class MessageTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)}}");

    private static final MessageTemplate ENGLISH = new MessageTemplate("""
            Hello {{displayName}},

            {{brand}} would love to work with you on "{{campaign}}", from {{startsOn}} to {{endsOn}}. \
            Your account {{handle}} on {{platform}} fits what we want to say. We offer {{fee}}.

            Does that sound like you?""");

    private static final MessageTemplate FRENCH = new MessageTemplate("""
            Bonjour {{displayName}},

            {{brand}} aimerait travailler avec vous sur « {{campaign}} », du {{startsOn}} au {{endsOn}}. \
            Votre compte {{handle}} sur {{platform}} correspond à ce que nous voulons raconter. \
            Nous proposons {{fee}}.

            Est-ce que cela vous ressemble ?""");

    private final String text;

    private MessageTemplate(String text) {
        this.text = text;
    }

    /** A template written by an organisation; refused with the name of what is wrong in it. */
    public static MessageTemplate written(String text) {
        boolean personal = false;
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            String key = places.group(1).strip();
            Placeholder placeholder = Placeholder.named(key)
                    .orElseThrow(() -> DomainException.invalid(
                            "/message",
                            "knownPlaceholder",
                            "{{" + key + "}} is unknown; the message may use " + Placeholder.known()));
            personal |= placeholder.personal();
        }
        String rest = PLACE.matcher(text).replaceAll(" ");
        if (rest.contains("{{") || rest.contains("}}")) {
            throw DomainException.invalid(
                    "/message", "balancedBraces", "has {{ or }} outside a placeholder; write {{displayName}}");
        }
        if (!personal) {
            throw DomainException.invalid(
                    "/message", "personal", "must address each creator: use {{displayName}} or {{handle}}");
        }
        return new MessageTemplate(text);
    }

    /**
     * The message that is sent when the organisation wrote none.
     *
     * @param language the creator's first language as a BCP 47 tag, or null
     */
    public static MessageTemplate standard(String language) {
        boolean french = Optional.ofNullable(language)
                .map(Locale::forLanguageTag)
                .filter(locale -> locale.getLanguage().equals("fr"))
                .isPresent();
        return french ? FRENCH : ENGLISH;
    }

    /** The message for one creator. What is filled in is never read as a template again. */
    public String render(Addressee addressee) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        Placeholder.named(place.group(1).strip()).orElseThrow().valueFor(addressee)));
    }
}
