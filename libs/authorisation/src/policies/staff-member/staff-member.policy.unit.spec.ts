import { testScenarios } from '../shared/scenario.scenarios';
import { staffMemberScenarios } from './staff-member.scenarios';

testScenarios('StaffMember', staffMemberScenarios);
