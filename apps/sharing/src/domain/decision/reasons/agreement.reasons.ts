import type { Reason } from './reason';
import type { AGREEMENT_REASONS } from './reason-code';

export const AGREEMENT_REASON_TEXTS: Readonly<Record<(typeof AGREEMENT_REASONS)[number], Reason>> = {
  AGREED_EXCEPTION: {
    asker: 'An exception in the agreement allows it.',
    officer: 'An exception in a sharing agreement in force allows it.',
    source: 'ICO data sharing code',
  },
  AGREED_DEFAULT: {
    asker: 'The agreement allows it.',
    officer: 'The default of a sharing agreement in force allows it.',
    source: 'ICO data sharing code',
  },
  AGREEMENT_DENIES: {
    asker: 'The agreement does not allow it.',
    officer: 'A sharing agreement in force denies it.',
    source: 'ICO data sharing code',
  },
  AGREEMENT_GAP: {
    asker: 'No agreement between these two bodies is in force for this.',
    officer:
      'No agreement in force between two bodies that the duty to share names: none, lapsed or not yet started. From 30 September 2026 the duty stands without it.',
    source: 'Children Act 2004 s16LA; house rule',
  },
  AGREEMENT_STOPPED: {
    asker: 'A party has stopped this agreement.',
    officer: 'A party has stopped the agreement: nothing goes under it, and the holder is asked.',
    source: 'House rule; ICO data sharing code',
  },
  NOTHING_AGREED: {
    asker: 'Nothing has been agreed with this body about sharing this.',
    officer: 'No agreement in force, and the duty to share does not bind both bodies.',
    source: 'ICO ten steps to sharing 2023, step 9',
  },
  AGR_OVERDUE: {
    asker: 'The agreement is past its review day.',
    officer: 'An agreement that allows it is past its review day.',
    source: 'ICO data sharing code: agreements are reviewed',
  },
  CATEGORY_NOT_COVERED: {
    asker: 'The agreement does not cover this category.',
    officer: 'An agreement between these bodies for this purpose does not name this category.',
    source: 'ICO data sharing code',
  },
  PURPOSE_NOT_COVERED: {
    asker: 'The agreement does not cover this purpose.',
    officer: 'An agreement between these bodies for this category does not name this purpose.',
    source: 'ICO data sharing code',
  },
  REGISTER_BASIS: {
    asker: 'The agreement names a legal basis that it cannot have; that must be put right first.',
    officer:
      'A line of the agreement rests on a basis that is not open to it, or two lines of equal standing contradict each other.',
    source: 'UK GDPR 6(1)',
  },
  OVERRIDDEN: {
    asker: 'A manager has overridden a refusal for this item only.',
    officer: 'Overridden with ground and reason, for this item and recipient; the holder is told at once.',
    source: 'House rule: an override needs a ground, a written reason and a review',
  },
  NO_BASIS: {
    asker: 'There is no lawful basis for this as it stands; information governance will look at it.',
    officer:
      'No UK GDPR article 6 basis is in force for it. Nobody can release it as it is: the register, the request or an agreement must be put right.',
    source: 'UK GDPR 6(1)',
  },
};
