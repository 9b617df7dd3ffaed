import {
  newId,
  type AgencyRequest,
  type ContactDetail,
  type EnquiryView,
  type EnvelopeToOpen,
  type NotNamedRequest,
  type Release,
  type Released,
  type SealedAnswer,
} from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { AgencyRequestsClient } from '../../api-clients/agency-requests.client';
import { ContactIntakeClient } from '../../api-clients/contact-intake.client';
import { ServiceProblem } from '../../api-clients/service-errors';
import type { Asker } from '../../api-clients/service-http';
import { SharingClient } from '../../api-clients/sharing.client';
import { purposeOf } from '../enquiry/shared';
import type { PlannedAgency } from './coverage.presenter';

export interface PictureRead {
  readonly contact: ContactDetail;
  readonly requests: readonly AgencyRequest[];
  /** Of agencies that the viewer may not know were asked. */
  readonly notNamed: readonly NotNamedRequest[];
  readonly planned: readonly PlannedAgency[];
  readonly released: Released;
  readonly agencyOfEnvelope: ReadonlyMap<string, string>;
  readonly requestOfEnvelope: ReadonlyMap<string, string>;
  /** Answers that came in and are not checked yet: nothing of them is here. */
  readonly unchecked: readonly Pick<SealedAnswer, 'agencyName' | 'receivedAt'>[];
}

/** The most envelopes that one call takes. */
const AT_ONCE = 200;
/** The most answers that one call takes word of. */
const MOST_LYING = 2000;

/** Fetches all that is sealed about an enquiry and opens it, in one release, for this viewer. The ledger is written first. */
@Injectable()
export class PictureReader {
  constructor(
    private readonly agencyRequests: AgencyRequestsClient,
    private readonly intake: ContactIntakeClient,
    private readonly sharing: SharingClient,
  ) {}

  async read(asker: Asker, enquiry: EnquiryView): Promise<PictureRead> {
    const { enquiryId } = enquiry;
    const [contact, { requests, notNamed }, answers, planned] = await Promise.all([
      this.intake.contactOf(asker, enquiryId),
      this.agencyRequests.requestsOf(asker, enquiryId),
      this.agencyRequests.answersOf(asker, enquiryId),
      this.plannedFor(asker, enquiryId),
    ]);
    const accepted = answers
      .filter(({ state }) => state === 'accepted')
      .sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
    const envelopes = [contactEnvelope(contact), ...accepted.flatMap(answerEnvelopes)];
    const released = await this.release(asker, enquiry, envelopes, lyingOf(answers));
    const unchecked = answers.filter(({ state }) => state === 'received');
    const byEnvelope = (of: (answer: SealedAnswer) => string) =>
      new Map(accepted.flatMap((one) => one.envelopes.map(({ envelopeId }) => [envelopeId, of(one)] as const)));
    const [agencyOfEnvelope, requestOfEnvelope] = [
      byEnvelope((one) => one.agencyId),
      byEnvelope((one) => one.requestId),
    ];
    return { contact, requests, notNamed, planned, released, agencyOfEnvelope, requestOfEnvelope, unchecked };
  }

  /** Whom the pack would have asked: a body that nobody asked is a gap too. */
  private async plannedFor(asker: Asker, enquiryId: string): Promise<PictureRead['planned']> {
    try {
      return (await this.agencyRequests.plan(asker, enquiryId)).lines;
    } catch (error) {
      if (error instanceof ServiceProblem && error.code === 'REQUESTS.NOT_RATED') return [];
      throw error;
    }
  }

  /** @param lying said with the first call: what of it is missing is missing from all */
  private async release(
    asker: Asker,
    enquiry: EnquiryView,
    envelopes: EnvelopeToOpen[],
    lying: Pick<Release, 'lying'>,
  ): Promise<Released> {
    const { enquiryId } = enquiry;
    const purpose = purposeOf(enquiry);
    const call = (some: EnvelopeToOpen[], also: Pick<Release, 'lying'> = {}): Promise<Released> =>
      this.sharing.release(asker, {
        releaseId: newId(),
        enquiryId,
        mode: 'content',
        purpose,
        envelopes: some,
        ...also,
      });
    let released = await call(envelopes.slice(0, AT_ONCE), lying);
    for (let from = AT_ONCE; from < envelopes.length; from += AT_ONCE) {
      const more = await call(envelopes.slice(from, from + AT_ONCE));
      released = {
        ...released,
        items: [...released.items, ...more.items],
        coverage: [...released.coverage, ...more.coverage],
        refused: [...released.refused, ...more.refused],
      };
    }
    return released;
  }
}

const contactEnvelope = ({ contactId, sealed }: ContactDetail): EnvelopeToOpen => ({
  ...{ typ: 'contact', envelopeId: contactId, version: 1, contactId, sealed },
});

/** What lies there, as `sharing` compares it with what it accepted. One that is said to be refused lies there for nobody. */
function lyingOf(answers: readonly SealedAnswer[]): Pick<Release, 'lying'> {
  const lying = answers
    .filter(({ state }) => state !== 'rejected')
    .flatMap(({ answerId, envelopes }) => envelopes.map(({ personId }) => ({ answerId, personId })));
  return lying.length > MOST_LYING ? {} : { lying };
}

export const answerEnvelopes = ({ answerId, requestId, agencyId, envelopes }: SealedAnswer): EnvelopeToOpen[] =>
  envelopes.map(({ envelopeId, personId, sealed }) => ({
    ...{ typ: 'answer', envelopeId, version: 1, answerId, requestId, agencyId, personId, sealed },
  }));
