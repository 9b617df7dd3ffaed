export { ErasedEnquiryRepository, notErased } from './erased-enquiry.repository';
export { PartEraser } from './part-eraser';
