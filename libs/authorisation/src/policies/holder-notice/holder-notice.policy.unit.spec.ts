import { testScenarios } from '../shared/scenario.scenarios';
import { holderNoticeScenarios } from './holder-notice.scenarios';

testScenarios('HolderNotice', holderNoticeScenarios);
