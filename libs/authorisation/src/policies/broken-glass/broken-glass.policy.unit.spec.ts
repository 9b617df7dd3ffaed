import { testScenarios } from '../shared/scenario.scenarios';
import { brokenGlassScenarios } from './broken-glass.scenarios';

testScenarios('BrokenGlass', brokenGlassScenarios);
