import { testScenarios } from '../shared/scenario.scenarios';
import { erasureScenarios } from './erasure.scenarios';

testScenarios('Erasure', erasureScenarios);
