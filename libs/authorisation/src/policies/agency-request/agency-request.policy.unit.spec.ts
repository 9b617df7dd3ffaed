import { testScenarios } from '../shared/scenario.scenarios';
import { agencyRequestScenarios } from './agency-request.scenarios';

testScenarios('AgencyRequest', agencyRequestScenarios);
