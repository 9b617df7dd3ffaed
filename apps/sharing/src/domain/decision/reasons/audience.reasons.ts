import { HELD_BACK_WORDS } from './held-back-words';
import type { Reason } from './reason';
import type { AUDIENCE_REASONS } from './reason-code';

export const AUDIENCE_REASON_TEXTS: Readonly<Record<(typeof AUDIENCE_REASONS)[number], Reason>> = {
  EXISTENCE_ONLY: {
    asker: 'Only that they know the family, nothing more.',
    officer: 'Existence of a record, read as ordinary personal data.',
    source: 'UK GDPR 5(1)(c)',
  },
  EXISTENCE_IS_CONTENT: {
    asker: 'The name of this agency says what it does, so that even asking it is decided as if it were the record.',
    officer: 'The name of the body gives a special category away; those who may not know which body it is get a count.',
    source: 'UK GDPR 9(1)',
  },
  PROTECTED_PLACE: {
    asker: 'A protected place was left out.',
    officer: 'Place, area, school and surgery are left out, as one of them is protected.',
    source: 'DfE information sharing advice 2024, golden rule 5',
  },
  PROTECTED_FROM_AP: {
    asker: "A protected place and the victim's details were left out.",
    officer: 'The recipient is on the side of an alleged perpetrator, or the question is about them.',
    source: 'DfE information sharing advice 2024, golden rule 5',
  },
  UNSAFE_TO_TELL: {
    asker: 'It is unsafe to tell the parent.',
    officer: 'Telling the parent is unsafe: it limits informing, never protecting.',
    source: 'UK GDPR 14(5); DPA 2018 Schedule 3 (serious harm)',
  },
  DO_NOT_ALERT: {
    asker: HELD_BACK_WORDS.HOLD,
    officer: 'The holder says do not alert: every telling waits until the holder clears it.',
    source: 'DPA 2018 Schedule 2 paragraph 2 (prevention and detection of crime)',
    readsAs: 'HOLD',
  },
  NOT_FOR_AUDIENCE: {
    asker: HELD_BACK_WORDS.WITHHELD,
    officer: 'Marked by the holder as not for the family or not for the referrer.',
    source: 'DfE information sharing advice 2024, golden rule 5',
    readsAs: 'WITHHELD',
  },
  INFORM: {
    asker: 'A parent is told this because it is about their own child.',
    officer: 'A parent is informed about their own child.',
    source: 'UK GDPR 13, 14',
  },
  THIRD_PARTY_REDACTED: {
    asker: 'Something about another person was left out.',
    officer: 'Third parties are redacted and the rest goes.',
    source: 'UK GDPR 5(1)(c)',
  },
  REDACTION_DEFEATS: {
    asker: 'Without what must be left out it would mislead; the holder will decide.',
    officer: 'Redaction would defeat the meaning of the item.',
    source: 'UK GDPR 5(1)(d)',
  },
  ASKING_TELLS: {
    asker: 'Asking this body tells it about the family; a manager will decide.',
    officer: 'An unbound body would learn of the worry by being asked, without consent.',
    source: 'UK GDPR 5(1)(c)',
  },
  RLI_ANSWER: {
    asker: 'Answered because the request says which public task needs it.',
    officer: 'A non-public body answers a request that states its task: recognised legitimate interests.',
    source: 'UK GDPR 6(1)(ea), Annex 1',
  },
  CROSS_BORDER: {
    asker: "Another council's child: tell the home council.",
    officer: 'Sharing across a council border with no agreement, at section 17 or 47.',
    source: 'Children Act 1989 s27, s47',
  },
  OUTSIDE_ENGLAND: {
    asker: 'The council is outside England; a manager and a lawyer will decide.',
    officer: 'The duty to share does not reach beyond England.',
    source: 'Children Act 2004 s16LA',
  },
  ENCOMPASS: {
    asker: 'Operation Encompass: tell the school lead before the next school day.',
    officer: 'Police notification to the school lead, listed fields only.',
    source: 'Domestic Abuse Act 2021 s49A',
  },
  ENCOMPASS_OUTSIDE: {
    asker: 'Operation Encompass does not cover nurseries and other childcare; other rules decide.',
    officer: 'A childcare setting is not within s49A; other rules decide.',
    source: 'Domestic Abuse Act 2021 s49A',
  },
  FEEDBACK_LIMITED: {
    asker: 'The referrer is told the outcome, their own part and how to disagree.',
    officer: 'Feedback to a professional referrer: outcome, their part, how to disagree.',
    source: 'Feedback to referrers, within what protects the child (DfE information sharing advice 2024)',
  },
  ACK_ONLY: {
    asker: 'The referrer gets a receipt: we have received what they told us.',
    officer: 'A public referrer gets a receipt only.',
    source: 'Feedback to referrers, within what protects the child (DfE information sharing advice 2024)',
  },
  FEEDBACK_DENIED: {
    asker: 'Nothing more can be told to this referrer.',
    officer: 'An anonymous referrer, or one on the side of an alleged perpetrator, gets no feedback.',
    source: 'Feedback to referrers, within what protects the child (DfE information sharing advice 2024)',
  },
  SUBJECT_ACCESS: {
    asker: 'A subject access request: it is checked for serious harm, and other people are taken out.',
    officer: 'Subject access: serious harm check, others redacted.',
    source: 'UK GDPR 15; DPA 2018 Schedules 2, 3',
  },
};
