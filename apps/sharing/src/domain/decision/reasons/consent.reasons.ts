import type { Reason } from './reason';
import type { CONSENT_REASONS } from './reason-code';

export const CONSENT_REASON_TEXTS: Readonly<Record<(typeof CONSENT_REASONS)[number], Reason>> = {
  CONSENT_GIVEN: {
    asker: 'Consent to share was given.',
    officer: 'Sharing consent is on record; it is not the data-protection basis.',
    source: 'Common law of confidence; house rule',
  },
  CONSENT_REFUSED: {
    asker: 'Consent was refused; a manager will decide.',
    officer: 'Sharing refused below section 47.',
    source: 'AB v Haringey [2013]; house rule',
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
    source: 'UK GDPR 5(1)(b); house rule',
  },
  CONSENT_WITHDRAWN: {
    asker: 'Consent was withdrawn.',
    officer: 'Sharing consent withdrawn below section 47.',
    source: 'UK GDPR 5(1)(a); house rule',
  },
  NOT_SOUGHT_GROUND: {
    asker: 'Consent was not sought, for a recorded reason.',
    officer: 'Consent was not sought, on a recorded ground that the law accepts.',
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
    source: 'Children Act 1989 s47; DfE information sharing advice 2024',
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
