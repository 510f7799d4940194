package org.affinity.profile;

import org.affinity.kit.test.AsyncApiContract;

class ProfileAsyncApiContractTest extends AsyncApiContract {}
