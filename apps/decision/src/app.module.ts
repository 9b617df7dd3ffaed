import { AuditTrailModule, PARTNERSHIP_OF_ENQUIRY, type PartnershipOfEnquiry } from '@mash/audit-client';
import { MessagingModule } from '@mash/messaging';
import { PersistenceModule } from '@mash/persistence';
import { loadCurrentPack } from '@mash/threshold-packs';
import { Module, type DynamicModule } from '@nestjs/common';
import type { DecisionConfig } from './config';
import { controllers } from './controllers';
import { CLOCK_POLL_MS } from './features/watch-clocks/clock-watcher';
import { EnquiryRepository } from './persistence/enquiry.repository';
import { PACK_ID } from './pack-id';
import { providers } from './providers';

export type DecisionModuleSettings = Pick<
  DecisionConfig,
  'databaseUrl' | 'kafka' | 'topicPrefix' | 'packId' | 'clockPollMs'
>;

const partnershipOf =
  (enquiries: EnquiryRepository): PartnershipOfEnquiry =>
  async (enquiryId) =>
    (await enquiries.find(enquiryId))?.partnershipId;

@Module({})
export class AppModule {
  static with({ databaseUrl, kafka, topicPrefix, packId, clockPollMs }: DecisionModuleSettings): DynamicModule {
    const longestUnsentMs = loadCurrentPack(packId).limits.auditDownMinutes.value * 60_000;
    return {
      module: AppModule,
      imports: [
        PersistenceModule.forService({ url: databaseUrl, applicationName: 'mash-decision' }),
        MessagingModule.forService({ service: 'decision', ...kafka, topicPrefix }),
        AuditTrailModule.forService({ service: 'decision', longestUnsentMs }),
      ],
      controllers,
      providers: [
        { provide: PACK_ID, useValue: packId },
        { provide: CLOCK_POLL_MS, useValue: clockPollMs },
        { provide: PARTNERSHIP_OF_ENQUIRY, inject: [EnquiryRepository], useFactory: partnershipOf },
        ...providers,
      ],
    };
  }
}
