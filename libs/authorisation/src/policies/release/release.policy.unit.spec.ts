import { testScenarios } from '../shared/scenario.scenarios';
import { releaseScenarios } from './release.scenarios';

testScenarios('Release', releaseScenarios);
