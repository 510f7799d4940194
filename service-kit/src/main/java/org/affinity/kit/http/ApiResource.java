package org.affinity.kit.http;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;

/**
 * Marks a resource class, and gives its operations the rules all APIs of the platform share: {@code Idempotency-Key} on
 * POST, saved in the business transaction, and {@code If-Match} on PUT, PATCH and DELETE.
 */
@InterceptorBinding
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiResource {

    /** Applies them to each operation. */
    @Interceptor
    @ApiResource
    @Priority(Interceptor.Priority.LIBRARY_BEFORE)
    class Rules {

        private final Idempotency idempotency;
        private final Precondition precondition;

        Rules(Idempotency idempotency, Precondition precondition) {
            this.idempotency = idempotency;
            this.precondition = precondition;
        }

        @AroundInvoke
        Object serve(InvocationContext invocation) throws Exception {
            Method operation = invocation.getMethod();
            if (operation.isAnnotationPresent(POST.class)) {
                return idempotency.once(invocation);
            }
            if (operation.isAnnotationPresent(PUT.class)
                    || operation.isAnnotationPresent(PATCH.class)
                    || operation.isAnnotationPresent(DELETE.class)) {
                precondition.require();
            }
            return invocation.proceed();
        }
    }
}
