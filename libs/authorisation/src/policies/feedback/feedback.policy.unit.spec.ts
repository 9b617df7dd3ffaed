import { testScenarios } from '../shared/scenario.scenarios';
import { feedbackScenarios } from './feedback.scenarios';

testScenarios('Feedback', feedbackScenarios);
