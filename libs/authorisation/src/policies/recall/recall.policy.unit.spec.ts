import { testScenarios } from '../shared/scenario.scenarios';
import { recallScenarios } from './recall.scenarios';

testScenarios('Recall', recallScenarios);
