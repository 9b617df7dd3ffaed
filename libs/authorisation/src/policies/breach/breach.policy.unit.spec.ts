import { testScenarios } from '../shared/scenario.scenarios';
import { breachScenarios } from './breach.scenarios';

testScenarios('Breach', breachScenarios);
