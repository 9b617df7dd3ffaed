import { testScenarios } from '../shared/scenario.scenarios';
import { answerScenarios } from './answer.scenarios';

testScenarios('Answer', answerScenarios);
