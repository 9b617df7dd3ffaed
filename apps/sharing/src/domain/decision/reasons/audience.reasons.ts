import type { Reason } from './reason';
import type { AUDIENCE_REASONS } from './reason-code';

export const AUDIENCE_REASON_TEXTS: Readonly<Record<(typeof AUDIENCE_REASONS)[number], Reason>> = {
  EXISTENCE_ONLY: {
    asker: 'Only that they know the family, nothing more.',
    officer: 'Existence of a record, read as ordinary personal data.',
    source: 'UK GDPR 5(1)(c)',
  },
  EXISTENCE_IS_CONTENT: {
    asker: "The agency's name gives its subject away, so this is decided as content.",
    officer: "The responder's name reveals a category; others get a count.",
    source: 'UK GDPR 9(1)',
  },
  PROTECTED_PLACE: {
    asker: 'A protected place was left out.',
    officer: 'Place, area, school and surgery are left out, as one of them is protected.',
    source: 'Golden rule 5',
  },
  PROTECTED_FROM_AP: {
    asker: "A protected place and the victim's details were left out.",
    officer: 'The recipient is on the side of an alleged perpetrator, or the question is about them.',
    source: 'Golden rule 5',
  },
  UNSAFE_TO_TELL: {
    asker: 'It is unsafe to tell the parent.',
    officer: 'Telling the parent is unsafe: it limits informing, never protecting.',
    source: 'UK GDPR 14(5); MP 2.4',
  },
  DO_NOT_ALERT: {
    asker: 'This is on hold.',
    officer: 'The holder says do not alert: every telling waits until the holder clears it.',
    source: 'MP 2.5; DPA 2018 Schedule 2 paragraph 2',
    readsAs: 'HOLD',
  },
  NOT_FOR_AUDIENCE: {
    asker: 'This cannot be shared with you.',
    officer: 'Marked by the holder as not for the family or not for the referrer.',
    source: 'MP 2.5',
    readsAs: 'WITHHELD',
  },
  INFORM: {
    asker: 'You are told this because it is about your child.',
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
    asker: 'Answered on your stated public task.',
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
    asker: 'Operation Encompass does not cover childcare.',
    officer: 'A childcare setting is not within s49A; other rules decide.',
    source: 'Domestic Abuse Act 2021 s49A',
  },
  FEEDBACK_LIMITED: {
    asker: 'You are told the outcome, your part and how to disagree.',
    officer: 'Feedback to a professional referrer: outcome, their part, how to disagree.',
    source: 'MP 2.1, 2.5',
  },
  ACK_ONLY: {
    asker: 'Thank you: we have received what you told us.',
    officer: 'A public referrer gets a receipt only.',
    source: 'MP 2.1, 2.5',
  },
  FEEDBACK_DENIED: {
    asker: 'We cannot tell you more.',
    officer: 'An anonymous referrer, or one on the side of an alleged perpetrator, gets no feedback.',
    source: 'MP 2.5',
  },
  SUBJECT_ACCESS: {
    asker: "Your request is being prepared; others' details are taken out.",
    officer: 'Subject access: serious harm check, others redacted.',
    source: 'UK GDPR 15; DPA 2018 Schedules 2, 3',
  },
};
