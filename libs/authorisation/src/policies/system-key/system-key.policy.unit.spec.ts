import { testScenarios } from '../shared/scenario.scenarios';
import { systemKeyScenarios } from './system-key.scenarios';

testScenarios('SystemKey', systemKeyScenarios);
