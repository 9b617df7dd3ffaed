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
    asker: 'This is about an adult: the rules for safeguarding adults apply.',
    officer: 'An adult, or 18 to 25, as the concern: Care Act, not sections 17 or 47 or the duty to share.',
    source: 'Care Act 2014 ss42, 45',
  },
  CHILD_OBJECTS: {
    asker: 'The young person objects; a manager will weigh it.',
    officer: 'A young person of 13 or over, not found unable to decide, objects.',
    source: 'Gillick v West Norfolk [1986]',
  },
  OBJECTION_OUTWEIGHED: {
    asker: 'The young person objects; at section 47 protection outweighs it. Tell them.',
    officer: "A competent young person's objection is outweighed at section 47.",
    source: 'GMC 0-18; Gillick v West Norfolk [1986]',
  },
  CHILD_OBJECTS_PARENT: {
    asker: 'A parent cannot be told this now.',
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
    source: 'Children Act 1989 s1; house rule',
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
};
