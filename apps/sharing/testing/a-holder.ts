import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId, type AnswerReview } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import type { HolderStatementContent, HolderStatementFacts } from '@mash/sealing';
import { people } from '@mash/testing';
import type { AnEnquiry } from './an-enquiry';
import type { Sharing } from './start-sharing';

export const SOCIAL_CARE = { audience: 'team_sc', agencyId: DEMO_AGENCIES.socialCare };

interface Says {
  readonly facts: HolderStatementFacts;
  readonly content?: Partial<HolderStatementContent>;
}

/** A liaison officer who decides about what their agency has answered. */
export class AHolder {
  constructor(
    private readonly sharing: Sharing,
    private readonly enquiry: AnEnquiry,
    readonly person: PersonActor = people.policeLiaison,
  ) {
    sharing.others.access.set(person.id, { access: 'ordinary', audience: 'police' });
  }

  /** A statement as the console seals it; `forged` changes what stands in its header. */
  async statement(itemId: string, { facts, content }: Says, forged: object = {}) {
    const { enquiryId } = this.enquiry;
    const statementId = newId();
    const header = {
      ...{ typ: 'statement', version: 1, partnershipId: DEMO_PARTNERSHIP, enquiryId, statementId, itemId },
      ...{ agencyId: this.person.agencyId, authorId: this.person.id, ...forged },
    } as Parameters<AnEnquiry['seal']>[0];
    const sealed = await this.enquiry.seal(header, {
      facts,
      content: { reason: 'We have weighed it.', ...content },
      by: this.person.id,
    });
    return { statementId, sealed };
  }

  async states(itemId: string, says: Says, forged: object = {}) {
    const { enquiryId } = this.enquiry;
    const statement = await this.statement(itemId, says, forged);
    return this.sharing.as(this.person)('post', '/holder-statements', { ...statement, enquiryId, itemId });
  }

  async answers(
    reviewId: string,
    its: Partial<AnswerReview> & { itemId?: string; says?: Says; reason?: object; by?: string } = {},
  ) {
    const { enquiryId } = this.enquiry;
    const { itemId, says, reason, by, ...answer } = its;
    const header = { typ: 'review', version: 1, partnershipId: DEMO_PARTNERSHIP, enquiryId, reviewId } as const;
    const ground = its.ground ?? 'holder_agrees';
    const content = { reason: 'We have weighed it.', ground, ...reason };
    const sealedReason = await this.enquiry.seal<'review'>(header, { content, by: by ?? this.person.id });
    const statement = itemId !== undefined && says ? { statement: await this.statement(itemId, says) } : {};
    const body = { answer: 'release', ground: 'holder_agrees', sealedReason, ...statement, ...answer };
    return this.sharing.as(this.person)('post', `/reviews/${reviewId}/answer`, body);
  }

  opens(itemId: string, changes: object = {}) {
    const { enquiryId } = this.enquiry;
    const body = { releaseId: newId(), enquiryId, itemId, ...changes };
    return this.sharing.as(this.person)('post', '/holder-items/open', body);
  }
}
