import { AuditTrailModule } from '@mash/audit-client';
import { MessagingModule } from '@mash/messaging';
import { PersistenceModule } from '@mash/persistence';
import { Module, type DynamicModule } from '@nestjs/common';
import { AuditReader } from './access/audit-reader';
import type { AuditConfig } from './config';
import { AUDIT_LOG } from './domain/audit-log';
import { EntrySequencer } from './features/sequence-entries/entry-sequencer';
import { HeadSigner, SIGNING_KEY } from './features/sign-heads/head-signer';
import { CheckpointStore } from './persistence/checkpoint.store';
import { HashChainedLog } from './persistence/hash-chained-log';
import { ExportLogController } from './queries/export-log/export-log.http.controller';
import { ListEntriesController } from './queries/list-entries/list-entries.http.controller';
import { FindLooks } from './queries/looks-at-enquiry/find-looks';
import { LooksAtEnquiryController } from './queries/looks-at-enquiry/looks-at-enquiry.http.controller';
import { FindAttestations } from './queries/row-attestations/find-attestations';
import { RowAttestationsController } from './queries/row-attestations/row-attestations.http.controller';
import { VerificationStatusController } from './queries/verification-status/verification-status.http.controller';
import { VerifyPartnership } from './queries/verification-status/verify-partnership';
import { SequenceEntryWhenAuditIsRecorded } from './reactions/sequence-entry-when-audit-is-recorded.reaction';

export type AuditModuleSettings = Pick<AuditConfig, 'databaseUrl' | 'kafka' | 'topicPrefix' | 'signingKey'>;

@Module({})
export class AppModule {
  static with({ databaseUrl, kafka, topicPrefix, signingKey }: AuditModuleSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PersistenceModule.forService({ url: databaseUrl, applicationName: 'mash-audit' }),
        MessagingModule.forService({ service: 'audit', ...kafka, topicPrefix }),
        AuditTrailModule.forService({ service: 'audit' }),
      ],
      controllers: [
        SequenceEntryWhenAuditIsRecorded,
        ListEntriesController,
        LooksAtEnquiryController,
        VerificationStatusController,
        ExportLogController,
        RowAttestationsController,
      ],
      providers: [
        { provide: AUDIT_LOG, useClass: HashChainedLog },
        { provide: SIGNING_KEY, useValue: signingKey },
        ...[AuditReader, CheckpointStore, EntrySequencer, FindAttestations, FindLooks, HeadSigner, VerifyPartnership],
      ],
    };
  }
}
