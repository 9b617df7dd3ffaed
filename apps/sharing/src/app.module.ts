import { AuditTrailModule } from '@mash/audit-client';
import { MessagingModule } from '@mash/messaging';
import { PersistenceModule } from '@mash/persistence';
import { Module, type DynamicModule } from '@nestjs/common';
import type { SharingConfig } from './config';
import { KeyModule } from './key.module';
import { ReleaseModule } from './release.module';
import { SharingModule } from './sharing.module';

export type SharingModuleSettings = Pick<
  SharingConfig,
  'databaseUrl' | 'kafkaBrokers' | 'topicPrefix' | 'keyEncryption' | 'signingKey' | 'consoleKey'
> &
  Pick<Partial<SharingConfig>, 'earlierConsoleKeys'>;

@Module({})
export class AppModule {
  static with({ databaseUrl, kafkaBrokers, topicPrefix, ...keys }: SharingModuleSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PersistenceModule.forService({ url: databaseUrl, applicationName: 'mash-sharing' }),
        MessagingModule.forService({ service: 'sharing', brokers: kafkaBrokers, topicPrefix }),
        AuditTrailModule.forService({ service: 'sharing' }),
        KeyModule.with(keys),
        SharingModule,
        ReleaseModule,
      ],
    };
  }
}
