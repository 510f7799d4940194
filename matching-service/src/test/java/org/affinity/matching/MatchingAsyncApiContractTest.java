package org.affinity.matching;

import org.affinity.kit.test.AsyncApiContract;

class MatchingAsyncApiContractTest extends AsyncApiContract {}
