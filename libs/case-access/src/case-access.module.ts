import { Module } from '@nestjs/common';
import { CaseAccessRepository } from './case-access.repository';
import { LearnAccessWhenItChanges } from './learn-access-when-it-changes.reaction';

/** Restricted enquiries, named people and conflicts of interest in a service other than `decision`, which owns them. */
@Module({
  controllers: [LearnAccessWhenItChanges],
  providers: [CaseAccessRepository],
  exports: [CaseAccessRepository],
})
export class CaseAccessModule {}
