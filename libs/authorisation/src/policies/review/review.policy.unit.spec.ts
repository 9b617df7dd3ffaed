import { testScenarios } from '../shared/scenario.scenarios';
import { reviewScenarios } from './review.scenarios';

testScenarios('Review', reviewScenarios);
