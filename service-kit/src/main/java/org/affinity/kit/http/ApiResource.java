package org.affinity.kit.http;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource class, and gives its operations the rules all APIs of the platform share: {@code Idempotency-Key} on
 * POST, saved in the business transaction, and {@code If-Match} on PUT, PATCH and DELETE.
 */
@InterceptorBinding
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiResource {}
