import { AuditTrailModule } from '@mash/audit-client';
import { MessagingModule } from '@mash/messaging';
import { PersistenceModule } from '@mash/persistence';
import { Module, type DynamicModule } from '@nestjs/common';
import type { SharingConfig } from './config';
import { GovernanceModule } from './governance.module';
import { KeyModule } from './key.module';
import { LegalFrameModule } from './legal-frame.module';
import { RecallsModule } from './recalls.module';
import { ReleaseModule } from './release.module';
import { RowsModule } from './rows.module';
import { SharingModule } from './sharing.module';
import { WatchModule } from './watch.module';

export type SharingModuleSettings = Pick<
  SharingConfig,
  'databaseUrl' | 'kafka' | 'topicPrefix' | 'clockPollMs' | 'keyEncryption' | 'signingKey' | 'consoleKey'
> &
  Pick<Partial<SharingConfig>, 'earlierConsoleKeys' | 'earlierSigningKeys' | 'legalFrameCheck'>;

@Module({})
export class AppModule {
  static with({
    databaseUrl,
    kafka,
    topicPrefix,
    clockPollMs,
    legalFrameCheck,
    ...keys
  }: SharingModuleSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PersistenceModule.forService({ url: databaseUrl, applicationName: 'mash-sharing' }),
        MessagingModule.forService({ service: 'sharing', ...kafka, topicPrefix }),
        AuditTrailModule.forService({ service: 'sharing' }),
        KeyModule.with(keys),
        SharingModule,
        ReleaseModule,
        GovernanceModule,
        RecallsModule,
        RowsModule,
        LegalFrameModule.with({ legalFrameCheck }),
        WatchModule.with({ clockPollMs }),
      ],
    };
  }
}
