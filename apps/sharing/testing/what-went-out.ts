import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  type Capabilities,
  type LineFacts,
  type OpenedProduct,
  type OutwardProductMade,
  type Released,
} from '@mash/contracts';
import { proveCapabilityUse } from '@mash/sealing';
import { people } from '@mash/testing';
import { aPermittedLine } from './a-permitted-line';
import { aRegisteredSystem, type ASystem } from './a-system';
import type { AnEnquiry } from './an-enquiry';
import type { Sharing } from './start-sharing';

type Instance = Pick<Sharing, 'as' | 'asSystem'>;

/** What was permitted while an agreement was in force, opened anew each time, by whichever instance is asked: question, capability, handover, answer. */
export class WhatWentOut {
  private constructor(
    readonly enquiry: AnEnquiry,
    readonly line: LineFacts,
    readonly productId: string,
    readonly itemId: string,
    private readonly row: Awaited<ReturnType<AnEnquiry['accepted']>>['row'],
    private readonly system: ASystem,
  ) {}

  static async of(sharing: Sharing, enquiry: AnEnquiry): Promise<WhatWentOut> {
    const { enquiryId, personId } = enquiry;
    sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    const system = await aRegisteredSystem(sharing);
    const line = await aPermittedLine(enquiry);
    const { row, itemIds } = await enquiry.accepted({ text: 'He was seen alone in the park in May.' });
    const made = await sharing.as(people.manager)('post', '/outward-products', {
      ...{ productId: newId(), enquiryId, kind: 'handover', purpose: 'S47', audience: 'team_sc', envelopes: [row] },
      ...{ toAgencyId: DEMO_AGENCIES.socialCare, personIds: [personId], words: 'Please assess.', itemIds },
      people: [{ personId, displayName: 'Wren Quillfeather' }],
    });
    const { productId } = made.body as OutwardProductMade;
    return new WhatWentOut(enquiry, line, productId, itemIds[0] ?? '', row, system);
  }

  async question(by: Instance): Promise<Released> {
    const { requestId, agencyId, personId, envelopeId, sealed } = this.line;
    const envelope = { typ: 'request', envelopeId, version: 1, requestId, agencyId, personId, sealed };
    return this.release(by, { mode: 'ask', envelopes: [envelope] }, people.policeLiaison);
  }

  content(by: Instance): Promise<Released> {
    return this.release(by, { mode: 'content', envelopes: [this.row] }, people.analyst);
  }

  async handover(by: Instance, releaseId = newId()): Promise<OpenedProduct> {
    const path = `/outward-products/${this.productId}/open`;
    return (await by.as(people.socialCareManager)('post', path, { releaseId })).body as OpenedProduct;
  }

  /** The capability of a line of this enquiry: of the question itself, unless another is given. */
  async capability(by: Instance, lineId = this.line.lineId) {
    const { clientId, agencyId, key } = this.system;
    const claims = { agency: agencyId, partnership: DEMO_PARTNERSHIP };
    const ask = by.asSystem(['capabilities:use'], { clientId, claims });
    const { capabilities } = (await ask('get', '/capabilities')).body as Capabilities;
    const found = capabilities.find(({ aboutId }) => aboutId === lineId);
    if (found === undefined) throw new Error('No capability');
    const { capabilityId, capability } = found;
    const proof = await proveCapabilityUse(capabilityId, key, new Date());
    const opened = await ask('post', `/capabilities/${capabilityId}/open`, { capability, proof });
    return { capabilityId, status: opened.status, code: (opened.body as { code?: string }).code };
  }

  private async release(by: Instance, asked: object, as: typeof people.analyst): Promise<Released> {
    const { enquiryId } = this.enquiry;
    const body = { releaseId: newId(), enquiryId, purpose: 'S47', ...asked };
    return (await by.as(as)('post', '/releases', body)).body as Released;
  }
}
