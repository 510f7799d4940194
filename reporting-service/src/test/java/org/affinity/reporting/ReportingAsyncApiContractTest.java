package org.affinity.reporting;

import org.affinity.kit.test.AsyncApiContract;

class ReportingAsyncApiContractTest extends AsyncApiContract {}
