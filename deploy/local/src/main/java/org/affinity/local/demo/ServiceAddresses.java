package org.affinity.local.demo;

import java.net.URI;

/** Base addresses of the four services' public APIs. */
public record ServiceAddresses(URI profile, URI campaign, URI matching, URI reporting) {}
