import { testScenarios } from '../shared/scenario.scenarios';
import { agreementScenarios } from './agreement.scenarios';

testScenarios('Agreement', agreementScenarios);
