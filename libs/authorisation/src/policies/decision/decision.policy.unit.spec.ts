import { testScenarios } from '../shared/scenario.scenarios';
import { decisionScenarios } from './decision.scenarios';

testScenarios('Decision', decisionScenarios);
