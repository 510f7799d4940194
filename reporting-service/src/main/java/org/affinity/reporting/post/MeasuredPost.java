package org.affinity.reporting.post;

import org.affinity.reporting.post.domain.Measures;
import org.affinity.reporting.post.domain.Post;

/** A post with what is known of it. */
public record MeasuredPost(Post post, Measures measures) {}
