import { testScenarios } from '../shared/scenario.scenarios';
import { disclosureScenarios } from './disclosure.scenarios';

testScenarios('Disclosure', disclosureScenarios);
