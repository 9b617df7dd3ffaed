import { PARTNERSHIP_OF_ENQUIRY, type PartnershipOfEnquiry } from '@mash/audit-client';
import { CaseAccessModule } from '@mash/case-access';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AcceptedEnvelopeRepository } from './envelopes/accepted-envelope.repository';
import { EnvelopeRefusalRepository } from './envelopes/envelope-refusal.repository';
import { UnopenableEnvelopes } from './envelopes/unopenable-envelopes';
import { LeaseKeysController } from './features/lease-keys/lease-keys.http.controller';
import { OpenDraftHandler } from './features/open-draft/open-draft.handler';
import { OpenDraftController } from './features/open-draft/open-draft.http.controller';
import { EnquiryLife } from './erasure/enquiry-life';
import { ErasureRepository } from './erasure/erasure.repository';
import { KeyRepository } from './keys/key.repository';
import { KEY_SETTINGS, type KeySettings } from './keys/key-settings';
import { KeysAtHand } from './keys/keys-at-hand';
import { KeyStore } from './keys/key-store';
import { Signers } from './keys/signers';
import { EnquiryRepository } from './persistence/enquiry.repository';
import { SystemKeyRepository } from './system-keys/system-key.repository';
import { BindKeyWhenGlassIsBroken } from './reactions/bind-key-when-glass-is-broken.reaction';
import { BindKeysWhenContactIsRecorded } from './reactions/bind-keys-when-contact-is-recorded.reaction';

const atHand = (keys: KeyRepository, settings: KeySettings) => KeysAtHand.asserted(keys, settings);

const partnershipOf =
  (enquiries: EnquiryRepository): PartnershipOfEnquiry =>
  async (enquiryId) =>
    (await enquiries.findEvenErased(enquiryId))?.partnershipId;

/** Enquiry keys: leased, bound, and the only place where a private half exists. */
@Module({})
export class KeyModule {
  static with(settings: KeySettings): DynamicModule {
    return {
      module: KeyModule,
      imports: [CaseAccessModule],
      global: true,
      controllers: [BindKeyWhenGlassIsBroken, BindKeysWhenContactIsRecorded, LeaseKeysController, OpenDraftController],
      providers: [
        { provide: KEY_SETTINGS, useValue: settings },
        { provide: PARTNERSHIP_OF_ENQUIRY, inject: [EnquiryRepository], useFactory: partnershipOf },
        KeyRepository,
        KeyStore,
        { provide: KeysAtHand, inject: [KeyRepository, KEY_SETTINGS], useFactory: atHand },
        Signers,
        SystemKeyRepository,
        AcceptedEnvelopeRepository,
        EnvelopeRefusalRepository,
        UnopenableEnvelopes,
        EnquiryLife,
        EnquiryRepository,
        ErasureRepository,
        OpenDraftHandler,
      ],
      exports: [
        KEY_SETTINGS,
        KeyRepository,
        KeyStore,
        KeysAtHand,
        Signers,
        EnquiryLife,
        SystemKeyRepository,
        AcceptedEnvelopeRepository,
        EnvelopeRefusalRepository,
        UnopenableEnvelopes,
        EnquiryRepository,
        ErasureRepository,
      ],
    };
  }
}
