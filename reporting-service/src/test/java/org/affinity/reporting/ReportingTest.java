package org.affinity.reporting;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.affinity.kit.test.AffinityTestStack;

/** A test of the running service, all on the same resources so that it starts once. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
@WithTestResource(ReceiverResource.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReportingTest {}
