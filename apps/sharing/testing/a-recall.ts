import type { PersonActor } from '@mash/authorisation';
import { DEMO_PARTNERSHIP, newId, type BreachSays, type SayWhatIsWrong, type WrongSaid } from '@mash/contracts';
import { people } from '@mash/testing';
import type { AnEnquiry } from './an-enquiry';
import type { Sharing } from './start-sharing';

const said = ({ status, body }: { status: number; body: unknown }) => ({
  status,
  code: (body as { code?: string }).code,
  body: body as WrongSaid,
});

/** People who find, in one enquiry, that something is wrong, and those who clear up after it. */
export class ARecall {
  constructor(
    private readonly sharing: Sharing,
    private readonly enquiry: AnEnquiry,
  ) {}

  note(noteId: string, by: PersonActor, reason: string, version = 1) {
    const ids = { partnershipId: DEMO_PARTNERSHIP, enquiryId: this.enquiry.enquiryId, noteId, authorId: by.id };
    return this.enquiry.seal<'note'>({ typ: 'note', version, ...ids }, { content: { reason }, by: by.id });
  }

  /** The body of a statement, for sending it twice or altering it. */
  async statement(about: SayWhatIsWrong['about'], its: Partial<SayWhatIsWrong> = {}, by = people.analyst) {
    const statementId = newId();
    const sealedReason = await this.note(statementId, by, 'It is about a cousin of the same name.');
    const { enquiryId } = this.enquiry;
    return { statementId, enquiryId, about, says: 'wrong_person' as const, sealedReason, ...its };
  }

  async says(about: SayWhatIsWrong['about'], its: Partial<SayWhatIsWrong> = {}, by: PersonActor = people.analyst) {
    return this.send(await this.statement(about, its, by), by);
  }

  async send(body: object, by: PersonActor = people.analyst) {
    return said(await this.sharing.as(by)('post', '/identity-statements', body));
  }

  async confirms(noticeId: string, by: PersonActor, how = 'deleted') {
    return said(await this.sharing.as(by)('post', `/recall-notices/${noticeId}/confirm`, { how }));
  }

  async closes(recallId: string, by: PersonActor = people.manager) {
    const sealedReason = await this.note(recallId, by, 'She has left the agency; her laptop was wiped.', 2);
    return said(await this.sharing.as(by)('post', `/recalls/${recallId}/close`, { sealedReason }));
  }

  async states(breachId: string, says: BreachSays, its: object = {}, by: PersonActor = people.igOfficer) {
    const statementId = newId();
    const sealedWords = await this.note(statementId, by, `Words of ${says}.`);
    const body = { statementId, says, sealedWords, ...its };
    return said(await this.sharing.as(by)('post', `/breaches/${breachId}/statements`, body));
  }
}
