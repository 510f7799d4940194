package org.affinity.reporting;

import org.affinity.kit.test.OpenApiContract;

@ReportingTest
class ReportingOpenApiContractTest extends OpenApiContract {}
