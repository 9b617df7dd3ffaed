import { testScenarios } from '../shared/scenario.scenarios';
import { mailboxItemScenarios } from './mailbox-item.scenarios';

testScenarios('MailboxItem', mailboxItemScenarios);
