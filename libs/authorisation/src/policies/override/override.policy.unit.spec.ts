import { testScenarios } from '../shared/scenario.scenarios';
import { overrideScenarios } from './override.scenarios';

testScenarios('Override', overrideScenarios);
