import { testScenarios } from '../shared/scenario.scenarios';
import { legalHoldScenarios } from './legal-hold.scenarios';

testScenarios('LegalHold', legalHoldScenarios);
