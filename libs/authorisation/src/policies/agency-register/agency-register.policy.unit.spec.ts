import { testScenarios } from '../shared/scenario.scenarios';
import { agencyRegisterScenarios } from './agency-register.scenarios';

testScenarios('AgencyRegister', agencyRegisterScenarios);
