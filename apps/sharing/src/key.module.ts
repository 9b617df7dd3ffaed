import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AuditRefusedCalls } from './access/audit-refused-calls.interceptor';
import { AcceptedEnvelopeRepository } from './envelopes/accepted-envelope.repository';
import { EnvelopeRefusalRepository } from './envelopes/envelope-refusal.repository';
import { LeaseKeysController } from './features/lease-keys/lease-keys.http.controller';
import { OpenDraftHandler } from './features/open-draft/open-draft.handler';
import { OpenDraftController } from './features/open-draft/open-draft.http.controller';
import { KeyRepository } from './keys/key.repository';
import { KEY_SETTINGS, type KeySettings } from './keys/key-settings';
import { KeyStore } from './keys/key-store';
import { Signers } from './keys/signers';
import { EnquiryRepository } from './persistence/enquiry.repository';
import { SystemKeyRepository } from './system-keys/system-key.repository';
import { BindKeysWhenContactIsRecorded } from './reactions/bind-keys-when-contact-is-recorded.reaction';

/** Enquiry keys: leased, bound, and the only place where a private half exists. */
@Module({})
export class KeyModule {
  static with(settings: KeySettings): DynamicModule {
    return {
      module: KeyModule,
      global: true,
      controllers: [BindKeysWhenContactIsRecorded, LeaseKeysController, OpenDraftController],
      providers: [
        { provide: APP_INTERCEPTOR, useClass: AuditRefusedCalls },
        { provide: KEY_SETTINGS, useValue: settings },
        KeyRepository,
        KeyStore,
        Signers,
        SystemKeyRepository,
        AcceptedEnvelopeRepository,
        EnvelopeRefusalRepository,
        EnquiryRepository,
        OpenDraftHandler,
      ],
      exports: [
        KEY_SETTINGS,
        KeyRepository,
        KeyStore,
        Signers,
        SystemKeyRepository,
        AcceptedEnvelopeRepository,
        EnvelopeRefusalRepository,
        EnquiryRepository,
      ],
    };
  }
}
