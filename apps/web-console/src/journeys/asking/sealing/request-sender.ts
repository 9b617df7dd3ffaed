import {
  newId,
  type Agencies,
  type ContactDetail,
  type Purpose,
  type ResearchPlan,
  type Roster,
  type StatutoryTask,
} from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { AgencyRequestsClient } from '../../../api-clients/agency-requests.client';
import type { Asker } from '../../../api-clients/service-http';
import { plainJson } from '../../../sealing/plain-json';
import { SealingDesk } from '../../../sealing/sealing-desk';
import { NotSignedIn } from '../../../session/not-signed-in';
import { EnquiryKeys } from '../../enquiry/shared';
import type { AskLine } from '../plan/ask-line';
import { derivedId } from '../words/derived-id';
import { requestContent } from './request-contents';

export interface RequestsToSend {
  readonly plan: ResearchPlan;
  readonly purpose: Purpose;
  /** The statutory task that the text states. */
  readonly task?: StatutoryTask | undefined;
  readonly lines: readonly AskLine[];
  readonly purposeText: string;
  /** Of the page that was sent: sent twice, it asks once. */
  readonly sendId: string;
  /** As the page showed it: `sharing` waits until it has as many statements about consent. */
  readonly consentVersion?: number | undefined;
  readonly roster: Roster;
  readonly mentioned: NonNullable<ContactDetail['people']>;
  readonly agencies: Agencies['agencies'];
}

interface OneRequest extends RequestsToSend {
  readonly agencyId: string;
  readonly requestId: string;
  readonly publicKey: unknown;
}

/** Seals what each agency will read, an envelope for each person, to the key of the enquiry, and sends the requests. */
@Injectable()
export class RequestSender {
  constructor(
    private readonly agencyRequests: AgencyRequestsClient,
    private readonly keys: EnquiryKeys,
    private readonly desk: SealingDesk,
  ) {}

  async send(asker: Asker, toSend: RequestsToSend): Promise<void> {
    const { plan, purpose, lines, sendId, consentVersion } = toSend;
    const { enquiryId, ratingVersion, rosterVersion, thresholdVersion } = plan;
    if (asker.person === undefined) throw new NotSignedIn();
    const publicKey = await this.keys.publicKeyOf(asker, enquiryId, asker.person.partnershipId);
    const agencyIds = [...new Set(lines.map(({ agencyId }) => agencyId))];
    const requests = await Promise.all(
      agencyIds.map((agencyId) => {
        const requestId = derivedId('request', sendId, enquiryId, agencyId);
        return this.requestTo(asker, { ...toSend, agencyId, requestId, publicKey });
      }),
    );
    await this.agencyRequests.send(asker, enquiryId, {
      ...{ ratingVersion, rosterVersion, thresholdVersion, purpose },
      ...(consentVersion !== undefined && { consentVersion }),
      requests,
    });
  }

  private async requestTo(asker: Asker, one: OneRequest) {
    const { agencyId, requestId, purposeText, task } = one;
    const lines = one.lines.filter((line) => line.agencyId === agencyId);
    const personIds = [...new Set(lines.map(({ personId }) => personId))];
    return {
      requestId,
      agencyId,
      textHash: createHash('sha256').update(purposeText, 'utf8').digest('hex'),
      ...(task && { task }),
      lines: lines.map(({ personId, category, existenceOnly, crossBorder, need }) => ({
        ...{ lineId: newId(), personId, category, existenceOnly, ...need },
        ...(crossBorder === true && { crossBorder }),
      })),
      envelopes: await Promise.all(personIds.map((personId) => this.envelope(asker, personId, one))),
    };
  }

  private async envelope(asker: Asker, personId: string, one: OneRequest) {
    const { person: author } = asker;
    if (author === undefined) throw new NotSignedIn();
    const { plan, purpose, agencyId, requestId, purposeText, roster, mentioned, agencies, publicKey } = one;
    const agency = agencies.find((body) => body.agencyId === agencyId);
    const lines = one.lines.filter((line) => line.agencyId === agencyId && line.personId === personId);
    const { enquiryId } = plan;
    const content = agency && requestContent({ agency, personId, lines, purpose, purposeText, roster, mentioned });
    if (content === undefined) throw new Error('CONSOLE.ASKED_OF_NOBODY');
    const ids = { partnershipId: author.partnershipId, version: 1, enquiryId, requestId, agencyId, personId };
    const header = { typ: 'request', ...ids } as const;
    const sealed = await this.desk.seal({ author, header, facts: {}, content: plainJson(content), publicKey });
    return { envelopeId: newId(), personId, sealed };
  }
}
