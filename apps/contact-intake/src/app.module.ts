import { AuditTrailModule } from '@mash/audit-client';
import { CaseAccessModule } from '@mash/case-access';
import { DraftsModule } from '@mash/drafts';
import { MessagingModule } from '@mash/messaging';
import { PersistenceModule } from '@mash/persistence';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { IntakeAccess } from './access/intake-access';
import { TranslateRefusals } from './access/translate-refusals.interceptor';
import { INTAKE_SETTINGS } from './config';
import type { IntakeConfig } from './config';
import { controllers } from './controllers';
import { handlers } from './handlers';
import { repositories } from './persistence/repositories';

export type IntakeModuleSettings = Pick<
  IntakeConfig,
  'databaseUrl' | 'kafka' | 'topicPrefix' | 'consoleUrl' | 'sharingKey'
>;

@Module({})
export class AppModule {
  static with({ databaseUrl, kafka, topicPrefix, consoleUrl, sharingKey }: IntakeModuleSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PersistenceModule.forService({ url: databaseUrl, applicationName: 'mash-contact-intake' }),
        MessagingModule.forService({ service: 'contact-intake', ...kafka, topicPrefix }),
        AuditTrailModule.forService({ service: 'contact-intake' }),
        CaseAccessModule,
        DraftsModule.forKinds('contact'),
      ],
      controllers: [...controllers],
      providers: [
        { provide: INTAKE_SETTINGS, useValue: { consoleUrl, sharingKey } },
        { provide: APP_INTERCEPTOR, useClass: TranslateRefusals },
        IntakeAccess,
        ...repositories,
        ...handlers,
      ],
    };
  }
}
