package org.affinity.kit.http;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.reflect.Method;

/** Applies the rules of {@link ApiResource} to each operation. */
@Interceptor
@ApiResource
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class ApiResourceInterceptor {

    private final Idempotency idempotency;
    private final Precondition precondition;

    ApiResourceInterceptor(Idempotency idempotency, Precondition precondition) {
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
