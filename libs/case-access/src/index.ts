export { caseAccessMigration } from './create-case-access.migration';
export { CaseAccessModule } from './case-access.module';
export { CaseAccessRepository } from './case-access.repository';
export { caseAccessColumns } from './case-access-columns';
export { openEnquiries } from './open-enquiries';
export { unconflicted } from './unconflicted';
export type { CaseAccess } from './case-access';
