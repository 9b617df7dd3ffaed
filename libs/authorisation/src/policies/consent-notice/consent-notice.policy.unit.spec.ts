import { testScenarios } from '../shared/scenario.scenarios';
import { consentNoticeScenarios } from './consent-notice.scenarios';

testScenarios('ConsentNotice', consentNoticeScenarios);
