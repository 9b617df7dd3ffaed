import { testScenarios } from '../shared/scenario.scenarios';
import { consentGroundScenarios } from './consent-ground.scenarios';

testScenarios('ConsentGround', consentGroundScenarios);
