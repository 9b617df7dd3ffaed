import type { EnvelopePlace, EnvelopeRefusals } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { momentWords } from '../../../presenters/clock-chip';

export interface UnopenedRow {
  readonly at: string;
  readonly place: string;
  readonly why: string;
  readonly code: string;
  readonly presenter: string;
  readonly presentedBy: string;
  readonly envelopeId: string;
  readonly ledgerHref?: string;
}

/** "Has anybody tried to have opened what should not open?" */
export interface UnopenedView {
  readonly heading: string;
  readonly rows: readonly UnopenedRow[];
  readonly older?: string;
  readonly newer?: string;
}

const PLACES: Readonly<Record<EnvelopePlace, string>> = {
  answer: 'An answer, when it came in',
  contact: 'A concern, when it came in',
  release: 'Asked to be shown',
  draft: 'A draft',
  product: 'An outward product',
  request: 'A question to an agency',
  notice: 'A notice of immediate protection',
  ledger: 'A line of the ledger',
  ruling: 'A sharing decision',
  acceptance: 'The acceptance of a condition',
  statement: 'A statement of a holder',
  reason: 'The reason of a releaser',
  override: 'What an override sets aside',
  note: 'A written reason: of an override, a legal hold, an erasure or a breach',
};

const WHY: Readonly<Record<string, string>> = {
  'SEAL.MALFORMED': 'It is no envelope of ours, or it is damaged',
  'SEAL.HEADER_MISMATCH': 'It lies in another place than the one it was made for',
  'SEAL.WRONG_KEY': 'It was sealed to another key, or altered since',
  'SEAL.CLAIM_MISMATCH': 'Somebody who had opened it sealed it again under other ids',
  'SEAL.UNKNOWN_SIGNER': 'Nobody we know signed it',
  'SEAL.BAD_SIGNATURE': 'The signature is not by the key that it names',
  'SEAL.SIGNER_NOT_ENTITLED': 'Whoever signed it may not say this',
  'SEAL.SIGNER_REVOKED': 'The key that signed it was revoked',
  'SEAL.SIGNER_OUT_OF_TERM': 'The key that signed it did not count at that time',
  'SEAL.CONTENT_INVALID': 'What is inside is not what such an envelope holds',
  'SHARING.ENVELOPE_CHANGED': 'Another envelope lies where one was accepted before',
  'SHARING.ENVELOPE_ID_TAKEN': 'Its sender gave it an id that another envelope has',
  'SHARING.ANSWER_GONE': 'It was accepted, and lies there no more: deleted, or restored to a time before it',
  'SHARING.ANSWER_NOT_AS_ANNOUNCED': 'The answer is not the one that was announced',
};

type Refusal = EnvelopeRefusals['refusals'][number];

const rowOf = (refusal: Refusal, now: Date): UnopenedRow => ({
  at: momentWords(new Date(refusal.at), now),
  place: PLACES[refusal.place],
  why: WHY[refusal.code] ?? 'It did not open',
  code: refusal.code,
  presenter: refusal.presenterAgencyId === undefined ? 'Found lying' : agencyWords(refusal.presenterAgencyId),
  presentedBy: refusal.presentedBy,
  envelopeId: refusal.envelopeId,
  ...(refusal.enquiryId !== undefined && { ledgerHref: `/ig/ledger/${refusal.enquiryId}` }),
});

export function unopenedView(
  { refusals, page, pages }: EnvelopeRefusals,
  its: { now: Date; readsLedger: boolean },
): UnopenedView {
  const rows = refusals.map((refusal) => rowOf(refusal, its.now));
  const where = pages > 1 ? ' on this page' : '';
  const heading =
    rows.length === 0
      ? 'Every envelope has opened where it lay'
      : `${rows.length} ${rows.length === 1 ? 'envelope' : 'envelopes'} did not open${where}`;
  return {
    heading,
    rows: its.readsLedger ? rows : rows.map(({ ledgerHref: _hidden, ...row }) => row),
    ...(page < pages && { older: `/ig/envelopes?page=${page + 1}` }),
    ...(page > 1 && { newer: `/ig/envelopes?page=${page - 1}` }),
  };
}
