import { testScenarios } from '../shared/scenario.scenarios';
import { obligationScenarios } from './obligation.scenarios';

testScenarios('Obligation', obligationScenarios);
