import { ContactFactsToCheck, type EnvelopeToOpen } from '@mash/contracts';
import { ServiceClient, ServiceRefusal } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ToKeep } from '../domain/obligations/telling-now';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import { EnvelopeOpener } from '../releases/envelope-opener';

/** The part of a concern that says what the family must not hear; the console and systems write it in the same words. */
const Concern = z.object({
  keepFromFamily: z.object({ answer: z.string().optional(), what: z.string().optional() }).optional(),
});

/** Whether whoever told asked that something is kept from the family. It lies inside the concern, sealed: what it is stays there. */
@Injectable()
export class KeptFromFamily {
  constructor(
    private readonly services: ServiceClient,
    private readonly opener: EnvelopeOpener,
  ) {}

  /** @throws PassingServiceFailure where the concern cannot be had at the moment */
  async of(enquiry: EnquiryRow): Promise<ToKeep> {
    const row = await this.rowOf(enquiry);
    const [opened] = row === undefined ? [] : await this.opener.openAll([row], enquiry);
    const concern = opened?.kind === 'document' ? Concern.safeParse(opened.content) : undefined;
    if (concern?.success !== true) return 'unread';
    const { answer, what } = concern.data.keepFromFamily ?? {};
    const isAsked = answer === 'yes' || (answer !== 'no' && (what ?? '').trim() !== '');
    return isAsked ? 'something' : 'nothing';
  }

  private async rowOf({ contactId }: EnquiryRow): Promise<EnvelopeToOpen | undefined> {
    try {
      const asked = { schema: ContactFactsToCheck, scope: 'facts:read' } as const;
      const { sealed } = await this.services.get('contact-intake', `/facts/contacts/${contactId}`, asked);
      return { typ: 'contact', envelopeId: contactId, version: 1, contactId, sealed };
    } catch (error) {
      if (error instanceof ServiceRefusal && error.status === 404) return undefined;
      throw error;
    }
  }
}
