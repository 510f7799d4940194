package org.affinity.reporting.report;

import org.affinity.reporting.report.domain.ShareLink;
import org.affinity.reporting.report.domain.ShareToken;

/** A new share link with its token, which is told once. */
public record IssuedShareLink(ShareLink link, ShareToken token) {}
