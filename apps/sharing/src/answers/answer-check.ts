import type { AnswerFactsToCheck, AnswerReceivedV1, EnvelopeToOpen } from '@mash/contracts';
import { NotSeenYet, PassingFailure } from '@mash/messaging';
import { Clock, CodedError } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import {
  AcceptedEnvelopeRepository,
  ENVELOPE_ID_TAKEN,
  sha256Of,
  type AcceptedEnvelope,
} from '../envelopes/accepted-envelope.repository';
import { holdsTelling } from '../domain/obligations/holds-telling';
import { EnquiryRepository, type EnquiryRow } from '../persistence/enquiry.repository';
import { EnvelopeOpener, type NotOpened, type OpenedAnswer } from '../releases/envelope-opener';

/** An answer's envelopes as rows to open; the ids of the answer stand for every one of them. */
export function rowsOfAnswer(answer: AnswerFactsToCheck): EnvelopeToOpen[] {
  const { answerId, requestId, agencyId } = answer;
  return answer.envelopes.map(({ envelopeId, personId, sealed }) => ({
    ...{ typ: 'answer', envelopeId, version: 1, requestId, answerId, agencyId, personId, sealed },
  }));
}

/** Whether the envelopes that lie there are those that were announced: the same ones, unchanged, for the same answer. */
function disagreement({ data, partnershipId }: AnswerReceivedV1, answer: AnswerFactsToCheck): string | undefined {
  const isSameAnswer =
    answer.answerId === data.answerId &&
    answer.requestId === data.requestId &&
    answer.enquiryId === data.enquiryId &&
    answer.agencyId === data.agencyId &&
    answer.partnershipId === partnershipId;
  if (!isSameAnswer || answer.envelopes.length !== data.envelopes.length) return 'SHARING.ANSWER_NOT_AS_ANNOUNCED';
  const announced = new Map(data.envelopes.map((one) => [one.envelopeId, one]));
  const isSame = answer.envelopes.every(({ envelopeId, personId, sealed }) => {
    const one = announced.get(envelopeId);
    return one?.personId === personId && one.sha256 === sha256Of(sealed.envelope);
  });
  return isSame ? undefined : 'SHARING.ENVELOPE_CHANGED';
}

/** As the database compares ids. */
const isSameId = (one: string | null, other: string | null): boolean => one?.toLowerCase() === other?.toLowerCase();

/** Whether one before it in the same answer has its id or its person: only one of the two could be kept, and the answer would be tried for ever. */
const isRepeated = (
  { envelopeId, personId }: AcceptedEnvelope,
  at: number,
  all: readonly AcceptedEnvelope[],
): boolean => all.slice(0, at).some((one) => isSameId(one.envelopeId, envelopeId) || isSameId(one.personId, personId));

/** What became of an answer: every envelope of it is good, or the answer is refused, and which of them are the cause. */
export type CheckedEnvelopes =
  | { readonly accepted: readonly AcceptedEnvelope[]; readonly holdsTelling: boolean }
  | { readonly reasonCode: string; readonly refused: readonly Pick<NotOpened, 'envelopeId' | 'code'>[] };

/** Opens an answer and finds out whether it is what it says it is. Nothing of its inside is kept. */
@Injectable()
export class AnswerCheck {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly opener: EnvelopeOpener,
    private readonly known: AcceptedEnvelopeRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws PassingFailure where the enquiry, and with it the key, has not been heard of yet, or no key can be unwrapped */
  async of(event: AnswerReceivedV1, answer: AnswerFactsToCheck): Promise<CheckedEnvelopes> {
    const enquiry = await this.enquiries.find(event.data.enquiryId);
    if (enquiry === undefined) throw new NotSeenYet('ENQUIRY_NOT_SEEN_YET');
    const isOtherPartnerships = enquiry.partnershipId !== event.partnershipId;
    const reasonCode = isOtherPartnerships ? 'SHARING.ANSWER_NOT_AS_ANNOUNCED' : disagreement(event, answer);
    if (reasonCode === undefined) return this.opened(answer, enquiry);
    const refused = event.data.envelopes.map(({ envelopeId }) => ({ envelopeId, code: reasonCode }));
    return { reasonCode, refused };
  }

  private async opened(answer: AnswerFactsToCheck, enquiry: EnquiryRow): Promise<CheckedEnvelopes> {
    const arrival = { receivedAt: this.clock.now(), sealedBy: answer.answeredBy };
    const rows = rowsOfAnswer(answer);
    const tried = await this.opener.openAll(rows, enquiry, arrival).catch((error: unknown) => {
      if (error instanceof CodedError) throw new PassingFailure('KEYS_NOT_AT_HAND', { cause: error });
      throw error;
    });
    const refused = tried.filter((one) => one.kind === 'refused');
    const [first] = refused;
    if (first !== undefined) return { reasonCode: first.code, refused };
    const envelopes = new Map(rows.map(({ envelopeId, sealed }) => [envelopeId, sealed.envelope]));
    const { partnershipId, enquiryId } = enquiry;
    const accept = ({ envelopeId, signerKid, ids, facts }: OpenedAnswer): AcceptedEnvelope => ({
      ...{ envelopeId, partnershipId, enquiryId, typ: 'answer', signerKid, receivedAt: arrival.receivedAt },
      ...{ aboutId: ids.answerId, personId: ids.personId, itemIds: facts.items.map(({ itemId }) => itemId) },
      sha256: sha256Of(envelopes.get(envelopeId) ?? ''),
    });
    const answers = tried.flatMap((one) => (one.kind === 'answer' ? one : []));
    const accepted = answers.map(accept);
    const taken = await this.taken(accepted);
    if (taken.length > 0) return { reasonCode: ENVELOPE_ID_TAKEN, refused: taken };
    return { accepted, holdsTelling: answers.some(({ facts }) => holdsTelling(facts)) };
  }

  private async taken(envelopes: readonly AcceptedEnvelope[]): Promise<Pick<NotOpened, 'envelopeId' | 'code'>[]> {
    const found = await Promise.all(envelopes.map((one) => this.known.isTaken(one)));
    const taken = envelopes.filter((one, at) => found[at] === true || isRepeated(one, at, envelopes));
    return taken.map(({ envelopeId }) => ({ envelopeId, code: ENVELOPE_ID_TAKEN }));
  }
}
