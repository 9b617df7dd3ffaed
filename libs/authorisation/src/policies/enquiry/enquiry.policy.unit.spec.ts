import { testScenarios } from '../shared/scenario.scenarios';
import { enquiryScenarios } from './enquiry.scenarios';

testScenarios('Enquiry', enquiryScenarios);
