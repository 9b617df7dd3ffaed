import { newId, type RequestDetail } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import { permittedBasis } from '../../../presenters/basis-view';
import { RequestContent } from '../../asking/sealing/request-content';
import { askedPeople, type AskedPerson } from './asked-person';

/** Codes of questions that do not open for now, in the words of the page. */
const NOT_OPENED: Readonly<Partial<Record<string, string>>> = {
  'SHARING.AGREEMENT_STOPPED':
    'A party has stopped the agreement that this was asked under. Do not answer it until the hub says so.',
};

/** Opens the envelopes of one request for the officer who looks at it, with that officer's own token. Each look is in the ledger. */
@Injectable()
export class RequestOpener {
  constructor(private readonly sharing: SharingClient) {}

  async open(asker: Asker, detail: RequestDetail): Promise<AskedPerson[]> {
    const { enquiryId, requestId, agencyId, purpose, envelopes, lines } = detail;
    if (envelopes.length === 0) return askedPeople(lines, new Map());
    const released = await this.sharing.release(asker, {
      releaseId: newId(),
      enquiryId,
      mode: 'ask',
      purpose,
      envelopes: envelopes.map(({ envelopeId, personId, sealed }) => ({
        typ: 'request',
        envelopeId,
        version: 1,
        requestId,
        agencyId,
        personId,
        sealed,
      })),
    });
    const opened = envelopes.map(({ envelopeId, personId }) => {
      const item = released.items.find((one) => one.envelopeId === envelopeId);
      const content = item?.visibility === 'shown' ? RequestContent.safeParse(item.content).data : undefined;
      const condition = item?.condition;
      const isKeptFromParents = item?.obligations.includes('NOT_TELL_PARENT') === true;
      const isCut = (item?.redactions ?? []).length > 0;
      // Its lines may have come by several rules, of which an opened question names the first.
      const basis = item?.visibility === 'shown' ? permittedBasis({ lawfulBasis: item.lawfulBasis }) : undefined;
      const shown = content
        ? { content, isCut, isKeptFromParents, basis, ...(condition !== undefined && { condition }) }
        : {};
      const refused = released.refused.find((one) => one.envelopeId === envelopeId);
      const withheldBecause = item?.visibility === 'withheld' ? item.reason.sentence : NOT_OPENED[refused?.code ?? ''];
      return [personId, withheldBecause === undefined ? shown : { withheldBecause }] as const;
    });
    return askedPeople(lines, new Map(opened));
  }
}
