export { EnquiryFrame, type OpenEnquiry } from './enquiry-frame';
export { EnquiryKeys } from './enquiry-keys';
export type { EnquiryFrameView } from './enquiry-frame.view';
export { enquiryPage, type EnquiryPageGiven } from './enquiry-page';
export { ENQUIRY_SECTIONS, enquiryPath, type EnquirySection } from './enquiry-sections';
export { ageBandWords, ageOf, kindAndAge, peopleWithoutNames } from './person-words';
export { nextStepLink, type NextStepLink } from './next-step';
export { ownerWords } from './owner-words';
export { purposeOf } from './purpose-of';
