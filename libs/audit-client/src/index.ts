export type { AuditedActor, AuditEntry } from './audit-entry';
export { AuditIsDown } from './audit-is-down';
export { LONGEST_UNSENT_MS, type AuditSettings } from './audit-settings';
export { AuditTrail, type RecordOptions } from './audit-trail';
export { AuditsRefusals } from './audits-refusals';
export { PARTNERSHIP_OF_ENQUIRY, type PartnershipOfEnquiry } from './partnership-of-enquiry';
export { AuditTrailModule } from './audit-trail.module';
