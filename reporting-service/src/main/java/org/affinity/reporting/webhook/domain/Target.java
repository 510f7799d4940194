package org.affinity.reporting.webhook.domain;

import java.net.InetAddress;

/** Where to connect: exactly that address, in the name of the URL's host. */
public record Target(WebhookUrl url, InetAddress address) {}
