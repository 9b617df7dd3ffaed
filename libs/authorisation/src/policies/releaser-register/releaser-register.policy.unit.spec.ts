import { testScenarios } from '../shared/scenario.scenarios';
import { releaserRegisterScenarios } from './releaser-register.scenarios';

testScenarios('ReleaserRegister', releaserRegisterScenarios);
