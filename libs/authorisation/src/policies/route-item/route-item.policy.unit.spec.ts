import { testScenarios } from '../shared/scenario.scenarios';
import { routeItemScenarios } from './route-item.scenarios';

testScenarios('RouteItem', routeItemScenarios);
