import { testScenarios } from '../shared/scenario.scenarios';
import { draftScenarios } from './draft.scenarios';

testScenarios('Draft', draftScenarios);
