import { testScenarios } from '../shared/scenario.scenarios';
import { sharingDecisionScenarios } from './sharing-decision.scenarios';

testScenarios('SharingDecision', sharingDecisionScenarios);
