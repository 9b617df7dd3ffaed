import { testScenarios } from '../shared/scenario.scenarios';
import { rowCheckScenarios } from './row-check.scenarios';

testScenarios('RowCheck', rowCheckScenarios);
