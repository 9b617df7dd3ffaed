import { testScenarios } from '../shared/scenario.scenarios';
import { contactScenarios } from './contact.scenarios';

testScenarios('Contact', contactScenarios);
