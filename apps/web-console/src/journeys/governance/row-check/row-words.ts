import type { RowFinding, WatchedRow } from '@mash/contracts';

const ROWS: Readonly<Record<WatchedRow | 'attestation' | 'enquiry_key', string>> = {
  consent_statement: 'A statement of consent',
  consent_ground_decision: 'A decision on why consent was not sought',
  consent_notice: 'A notice about consent to an agency',
  agreement: 'A sharing agreement',
  agreement_step: 'An approval or another step of an agreement',
  sharing_decision: 'A sharing decision',
  review: 'A review, or its answer',
  review_override: 'An override of a review',
  override_judgement: 'What governance thought of an override',
  release_call: 'A release',
  disclosure: 'A line of the ledger',
  disclosure_detail: 'The sealed part of ledger lines',
  legal_hold: 'A legal hold',
  erasure: 'An erasure',
  holder_statement: 'What a holder said of its item',
  detriment_author: 'Who may record a detriment',
  condition_acceptance: 'An accepted handling condition',
  identity_statement: 'A word on whom something is about',
  recall: 'A recall',
  recall_notice: 'A notice of a recall',
  breach: 'A breach record',
  breach_statement: 'A statement in a breach record',
  system_key: 'A signing key of an agency’s system',
  system_key_end: 'The end of such a key: followed or revoked',
  agency: 'An agency of the register',
  signatory: 'Who signs agreements for a party',
  releaser_appointment: 'Who releases for an agency, or is rung',
  capability: 'What an agency’s system may open',
  outward_product: 'A letter or handover',
  product_sent: 'The note that a letter or handover was sent',
  letter_taken_back: 'The note that the hub took a letter back',
  checked_answer: 'Whether an answer was accepted, and whose it is',
  row_check: 'A check of rows',
  row_check_finding: 'What an earlier check found',
  row_check_acknowledgement: 'Who has seen what a check found',
  enquiry_key: 'The private half of an enquiry’s key, with no erasure',
  attestation: 'An entry in the audit log',
};
const KINDS: Readonly<Record<RowFinding['kind'], string>> = {
  edited: 'Changed after it was written',
  removed: 'Taken away',
  added: 'Put in, and never written by the service',
  attestation: 'Claims rows that the service did not write',
};

/** A row that is not as it was written, in words. One of a table that a newer service watches shows its name. */
export const rowWords = ({ table, key, kind }: RowFinding) => ({
  what: (ROWS as Readonly<Record<string, string>>)[table] ?? table,
  how: KINDS[kind],
  key,
});
