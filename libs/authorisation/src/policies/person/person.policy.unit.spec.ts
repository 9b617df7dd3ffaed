import { testScenarios } from '../shared/scenario.scenarios';
import { personScenarios } from './person.scenarios';

testScenarios('Person', personScenarios);
