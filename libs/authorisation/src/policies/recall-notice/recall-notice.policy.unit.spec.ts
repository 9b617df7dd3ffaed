import { testScenarios } from '../shared/scenario.scenarios';
import { recallNoticeScenarios } from './recall-notice.scenarios';

testScenarios('RecallNotice', recallNoticeScenarios);
