package org.affinity.campaign;

import org.affinity.kit.test.AsyncApiContract;

class CampaignAsyncApiContractTest extends AsyncApiContract {}
