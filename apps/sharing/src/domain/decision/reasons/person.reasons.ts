import type { Reason } from './reason';
import type { PERSON_REASONS } from './reason-code';

export const PERSON_REASON_TEXTS: Readonly<Record<(typeof PERSON_REASONS)[number], Reason>> = {
  UNBORN_BASIS: {
    asker: 'The child is not yet born; a manager decides the same day.',
    officer: 'An unborn child with no born sibling in the enquiry: no section 47 or duty to share by itself.',
    source: 'Children Act 2004 s10; common law of confidence',
  },
  VIA_SIBLING: {
    asker: 'Decided by the brother or sister in the same enquiry.',
    officer: 'An unborn child decided by the facts of a born sibling of the same worry.',
    source: 'Children Act 1989 s47',
  },
  ADULT_SUBJECT: {
    asker: 'This is about an adult; adult safeguarding rules apply.',
    officer: 'An adult, or 18 to 25, as the concern: Care Act, not sections 17 or 47 or the duty to share.',
    source: 'Care Act 2014 ss42, 45',
  },
  CHILD_OBJECTS: {
    asker: 'The young person objects; a manager will weigh it.',
    officer: 'A competent young person objects.',
    source: 'Gillick v West Norfolk [1986]',
  },
  OBJECTION_OUTWEIGHED: {
    asker: 'The young person objects; at section 47 protection outweighs it. Tell them.',
    officer: "A competent young person's objection is outweighed at section 47.",
    source: 'GMC 0-18; Gillick v West Norfolk [1986]',
  },
  CHILD_OBJECTS_PARENT: {
    asker: 'This cannot be shared with you now.',
    officer: 'A competent young person objects to telling a parent.',
    source: 'Gillick v West Norfolk [1986]',
  },
  CHILD_AGREES: {
    asker: 'The young person agrees and may speak for themselves.',
    officer: 'A competent young person agrees where a parent refuses: their own record.',
    source: 'Gillick v West Norfolk [1986]',
  },
  CHILD_VOICE: {
    asker: 'The child does not want this: record their wishes.',
    officer: 'A child who cannot yet decide alone objects; the objection is recorded and does not stop it.',
    source: 'Children Act 1989 s1; design section 6',
  },
  UNDER_13: {
    asker: 'A sexual matter under 13 is always shared for protection.',
    officer: 'Sexual activity with a child under 13: consent and agreements are not asked.',
    source: 'Sexual Offences Act 2003 ss5-8',
  },
  PARENTS_DISAGREE: {
    asker: 'The parents disagree; a manager will decide.',
    officer: 'Those with parental responsibility are in open dispute.',
    source: 'Children Act 1989 s2',
  },
  PR_UNPROVEN: {
    asker: 'It is not proven that the person who agreed may do so; a manager will decide.',
    officer: 'Consent came from someone whose parental responsibility is unproven.',
    source: 'Children Act 1989 s3',
  },
  CONSENT_GIVEN: {
    asker: 'Consent to share was given.',
    officer: 'Sharing consent is on record; it is not the data-protection basis.',
    source: 'Common law of confidence; design section 6',
  },
  CONSENT_REFUSED: {
    asker: 'Consent was refused; a manager will decide.',
    officer: 'Sharing refused below section 47.',
    source: 'AB v Haringey [2013]; design section 6',
  },
  HELP_BY_AGREEMENT: {
    asker: 'Help is by agreement, and the family does not agree.',
    officer: 'A help service gets nothing against a refusal.',
    source: 'Children Act 1989 s17',
  },
  SERVICE_NOT_AGREED: {
    asker: 'The family has not agreed to this help; a manager will decide.',
    officer: 'No agreement to the service is on record.',
    source: 'Children Act 1989 s17',
  },
  WITHDRAWN_LIMITED: {
    asker: 'Consent was withdrawn: use this only to decide what next.',
    officer: 'Consent withdrawn after the answer came; the hub may see it to decide what next.',
    source: 'UK GDPR 5(1)(b); design section 6',
  },
  CONSENT_WITHDRAWN: {
    asker: 'Consent was withdrawn.',
    officer: 'Sharing consent withdrawn below section 47.',
    source: 'UK GDPR 5(1)(a); design section 6',
  },
  NOT_SOUGHT_GROUND: {
    asker: 'Consent was not sought, for a recorded reason.',
    officer: 'Consent not sought, with a section 6 ground.',
    source: 'DPA 2018 Schedule 1 paragraph 18',
  },
  NO_GROUND: {
    asker: 'Consent was not sought and no reason was given: tell the parent.',
    officer: 'Consent not sought and no ground recorded: the referrer is asked why.',
    source: 'DPA 2018 Schedule 1 paragraph 18',
  },
  CONSENT_NOT_BASIS: {
    asker: 'At section 47 consent is not needed; tell the parent unless that is unsafe.',
    officer: 'At section 47 sharing does not rest on consent.',
    source: 'Children Act 1989 s47; MP 2.4',
  },
  THRESHOLD_NONE: {
    asker: 'No threshold is reached and there is no consent.',
    officer: 'Nobody has judged a threshold, and consent is not given.',
    source: 'AB v Haringey [2013]',
  },
  OWN_RECORD: {
    asker: "Screening in the council's own record.",
    officer: 'The council screens in its own record, for its own task.',
    source: 'UK GDPR 6(1)(e)',
  },
};
