import type { Reason } from './reason';
import type { AGREEMENT_REASONS } from './reason-code';

export const AGREEMENT_REASON_TEXTS: Readonly<Record<(typeof AGREEMENT_REASONS)[number], Reason>> = {
  AGREED_EXCEPTION: {
    asker: 'An exception in the agreement allows it.',
    officer: 'An exception in a sharing agreement in force allows it.',
    source: 'Data sharing code, ICO',
  },
  AGREED_DEFAULT: {
    asker: 'The agreement allows it.',
    officer: 'The default of a sharing agreement in force allows it.',
    source: 'Data sharing code, ICO',
  },
  AGREEMENT_DENIES: {
    asker: 'The agreement does not allow it.',
    officer: 'A sharing agreement in force denies it.',
    source: 'Data sharing code, ICO',
  },
  AGREEMENT_GAP: {
    asker: 'No agreement is in force; the duty to share stands without it.',
    officer: 'Between bound bodies: none, lapsed or not yet started.',
    source: 'Children Act 2004 s16LA; design section 6',
  },
  AGREEMENT_STOPPED: {
    asker: 'A party has stopped this agreement.',
    officer: 'A party has said stop: nothing is drawn again.',
    source: 'Design section 6',
  },
  NOTHING_AGREED: {
    asker: 'Nothing is agreed with this body.',
    officer: 'No agreement in force, and the duty to share does not bind both.',
    source: 'ICO ten steps, step 9',
  },
  AGR_OVERDUE: {
    asker: 'The agreement is past its review day.',
    officer: 'An agreement that allows it is past its review day.',
    source: 'MP 5.6',
  },
  CATEGORY_NOT_COVERED: {
    asker: 'The agreement does not cover this category.',
    officer: 'A line would match but for its categories.',
    source: 'Sharing rules section 1',
  },
  PURPOSE_NOT_COVERED: {
    asker: 'The agreement does not cover this purpose.',
    officer: 'A line would match but for its purposes.',
    source: 'Sharing rules section 1',
  },
  REGISTER_BASIS: {
    asker: "The agreement's basis must be put right first.",
    officer: 'The line names a basis that it cannot have, or two lines of one rank clash.',
    source: 'UK GDPR 6(1)',
  },
  OVERRIDDEN: {
    asker: 'A manager has overridden a refusal for this item only.',
    officer: 'Overridden with ground and reason, for this item and recipient; the holder is told at once.',
    source: 'Sharing rules section 6',
  },
  NO_BASIS: {
    asker: 'There is no lawful basis for this as it stands; information governance will look at it.',
    officer:
      'No article 6 basis in force holds. Nobody can release it as it is: the register, the request or an agreement must be put right.',
    source: 'UK GDPR 6(1)',
  },
};
