package org.affinity.matching.match.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.match.domain.QuotaDimension;

/** The platforms that a request names, by where. */
public final class NamedPlatforms {

    private final SequencedMap<String, String> byPointer = new LinkedHashMap<>();

    /** Adds those of a list; null for none. */
    public NamedPlatforms list(String pointer, List<Platform> platforms) {
        for (int i = 0; platforms != null && i < platforms.size(); i++) {
            byPointer.put(pointer + "/" + i, platforms.get(i).name());
        }
        return this;
    }

    /** Adds those of a brief, which is at {@code /brief}; null for none. */
    public NamedPlatforms brief(BriefRequest brief) {
        return brief == null
                ? this
                : list("/brief/platforms", brief.platforms()).panel("/brief/panel", brief.panel());
    }

    /** Adds those that quotas name; null for none. */
    NamedPlatforms panel(String pointer, PanelRequest panel) {
        for (int i = 0;
                panel != null && panel.quotas() != null && i < panel.quotas().size();
                i++) {
            PanelRequest.QuotaRequest quota = panel.quotas().get(i);
            if (quota.dimension() == QuotaDimension.PLATFORM) {
                byPointer.put(pointer + "/quotas/" + i + "/value", quota.value());
            }
        }
        return this;
    }

    /** Names by JSON pointer, in the order in which they were added. */
    public SequencedMap<String, String> byPointer() {
        return byPointer;
    }
}
