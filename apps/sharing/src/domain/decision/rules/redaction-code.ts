/** What is taken out before anything is shown; redactions of all rows unite and nobody can override one. */
export const REDACTION_CODES = [
  'LEFT_OUT_ITEM',
  'WORDING_ONLY',
  'COUNT_ONLY',
  'PLACE',
  'AREA',
  'SCHOOL',
  'SURGERY',
  'VICTIM_IDENTIFIERS',
  'THIRD_PARTY',
  'THIRD_PARTY_PASSAGE',
  'FEEDBACK_FIELDS_ONLY',
  'RECEIPT_ONLY',
  'OTHER_PEOPLE',
] as const;
export type RedactionCode = (typeof REDACTION_CODES)[number];

/** Each redaction as words for a page. */
export const REDACTION_WORDS: Readonly<Record<RedactionCode, string>> = {
  LEFT_OUT_ITEM: 'The whole item is left out.',
  WORDING_ONLY: "Only the holder's released wording goes; the original stays sealed.",
  COUNT_ONLY: 'Those who may not know which agency it is get a count, not its name.',
  PLACE: 'The place is left out.',
  AREA: 'The area is left out.',
  SCHOOL: 'The school is left out.',
  SURGERY: 'The surgery is left out.',
  VICTIM_IDENTIFIERS: "The victim's identifiers are left out.",
  THIRD_PARTY: 'Other people are left out.',
  THIRD_PARTY_PASSAGE: 'The passage about another person is left out.',
  FEEDBACK_FIELDS_ONLY: 'Only the outcome, the part of the referrer and how to disagree.',
  RECEIPT_ONLY: 'Only a receipt.',
  OTHER_PEOPLE: 'Everything about people other than the subject is left out.',
};
