import { newId, type ContactDetail, type Purpose, type Release, type Sealed } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { ContactIntakeClient } from '../../../api-clients/contact-intake.client';
import { ServiceDown } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import type { OpenEnquiry } from '../shared/enquiry-frame';
import { purposeOf } from '../shared/purpose-of';
import { ReleasedCaller, ReleasedConcern, releasedDocument, type ReleasedDocument } from './contact-words';

/** Why the concern is opened: to work on it (`content`), or to tell a recipient of immediate protection (`protect`). */
export type Opening = Pick<Release, 'mode' | 'purpose' | 'recipient'>;

/** The concern as it came in: its record, and its words as far as `sharing` releases them to this viewer. */
@Injectable()
export class ContactReader {
  constructor(
    private readonly intake: ContactIntakeClient,
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  detail(asker: Asker, { enquiry }: OpenEnquiry): Promise<ContactDetail> {
    return this.intake.contactOf(asker, enquiry.enquiryId);
  }

  /** Opened for this viewer to work with, in the ledger first. @throws AuditIsDown */
  concern(asker: Asker, open: OpenEnquiry, detail: ContactDetail): Promise<ReleasedDocument<ReleasedConcern>> {
    const opening = { mode: 'content', purpose: purposeOf(open.enquiry) } as const;
    return this.concernFor(asker, open.enquiry.enquiryId, detail, opening);
  }

  concernFor(
    asker: Asker,
    enquiryId: string,
    { contactId, sealed }: ContactDetail,
    opening: Opening,
  ): Promise<ReleasedDocument<ReleasedConcern>> {
    return this.open(asker, { enquiryId, contactId, sealed, typ: 'contact', opening }, ReleasedConcern);
  }

  /** Who told; undefined where nobody said who they are. Learning it is a disclosure of its own. @throws AuditIsDown */
  async caller(
    asker: Asker,
    { enquiryId, contactId, sealedCaller: sealed }: ContactDetail,
    purpose: Purpose,
  ): Promise<ReleasedDocument<ReleasedCaller> | undefined> {
    if (sealed === undefined) return undefined;
    const opening = { mode: 'content', purpose } as const;
    return this.open(asker, { enquiryId, contactId, sealed, typ: 'caller', opening }, ReleasedCaller);
  }

  private async open<Content>(
    asker: Asker,
    { enquiryId, contactId, sealed, typ, opening }: ToOpen,
    schema: z.ZodType<Content>,
  ): Promise<ReleasedDocument<Content>> {
    const envelopes = [{ typ, envelopeId: contactId, version: 1, contactId, sealed }];
    const releaseId = newId(this.clock.now().getTime());
    try {
      return releasedDocument(
        await this.sharing.release(asker, { releaseId, enquiryId, ...opening, envelopes }),
        schema,
      );
    } catch (error) {
      if (error instanceof ServiceDown) return { kind: 'unreachable' };
      throw error;
    }
  }
}

interface ToOpen {
  readonly enquiryId: string;
  readonly contactId: string;
  readonly sealed: Sealed;
  readonly typ: 'contact' | 'caller';
  readonly opening: Opening;
}
