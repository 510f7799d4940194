package org.affinity.profile;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.OpenApiContract;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ProfileOpenApiContractTest extends OpenApiContract {}
