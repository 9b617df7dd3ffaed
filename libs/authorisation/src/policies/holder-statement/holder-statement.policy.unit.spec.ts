import { testScenarios } from '../shared/scenario.scenarios';
import { holderStatementScenarios } from './holder-statement.scenarios';

testScenarios('HolderStatement', holderStatementScenarios);
