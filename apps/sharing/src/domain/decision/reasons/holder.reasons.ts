import { HELD_BACK_WORDS } from './held-back-words';
import type { Reason } from './reason';
import type { HOLDER_REASONS } from './reason-code';

export const HOLDER_REASON_TEXTS: Readonly<Record<(typeof HOLDER_REASONS)[number], Reason>> = {
  BAR_ADOPTION: {
    asker: HELD_BACK_WORDS.WITHHELD,
    officer: 'Adoption information: never matched or linked, opened by the adoption agency only.',
    source: 'Adoption and Children Act 2002 ss57-59',
    readsAs: 'WITHHELD',
  },
  BAR_GENDER: {
    asker: HELD_BACK_WORDS.WITHHELD,
    officer: 'Protected gender recognition information.',
    source: 'Gender Recognition Act 2004 s22',
    readsAs: 'WITHHELD',
  },
  BAR_OTHER: {
    asker: HELD_BACK_WORDS.WITHHELD,
    officer: 'Another statutory bar or privilege stands.',
    source: 'The statute or privilege that the holder names',
    readsAs: 'WITHHELD',
  },
  BAR_COURT_EXEMPT: {
    asker: 'Court papers: accept the notice before opening.',
    officer: 'Court papers to a recipient whom the rules exempt, at section 47.',
    source: 'Family Procedure Rules 12.73; Administration of Justice Act 1960 s12',
  },
  BAR_COURT: {
    asker: HELD_BACK_WORDS.WITHHELD,
    officer: 'Court papers to a recipient whom the rules do not exempt.',
    source: 'Family Procedure Rules 12.73; Administration of Justice Act 1960 s12',
    readsAs: 'WITHHELD',
  },
  CONFIDENCE_SEXUAL: {
    asker: HELD_BACK_WORDS.WITHHELD,
    officer: 'Sexual health held in strict confidence, below section 47 and with no sign of abuse under 13.',
    source: 'Common law of confidence; NHS England guidance',
    readsAs: 'WITHHELD',
  },
  HUB_ONLY: {
    asker: 'For the hub only; it may not leave.',
    officer: 'Marked hub-only by the holder.',
    source: 'Sealed hub: nothing leaves without its holder (Metropolitan Police Authority 2011)',
  },
  CONDITION_MET: {
    asker: 'Shown on a condition of the agency that holds it: accept the condition first.',
    officer: 'Police handling code C (share with conditions), and the viewer meets the condition.',
    source: 'College of Policing: 3x5x2 handling and sanitisation',
  },
  CONDITION_NOT_MET: {
    asker: 'The agency that holds this shares it on a condition that is not met here; that agency will decide.',
    officer: 'Police handling code C with a condition that is not met, or an old grading that maps to no code.',
    source: 'College of Policing: 3x5x2 handling and sanitisation',
  },
  CONDITION_EXCLUDES: {
    asker: HELD_BACK_WORDS.WITHHELD,
    officer: "The recipient is not on the list of the holder's condition.",
    source: 'College of Policing: 3x5x2 handling and sanitisation',
    readsAs: 'WITHHELD',
  },
  NOT_RELEASED: {
    asker: 'The agency that holds this has not released it yet.',
    officer: "It may leave the hub only with the holder's release, and has none that can be read.",
    source: 'Sealed hub: nothing leaves without its holder (Metropolitan Police Authority 2011)',
  },
  STANDING_RELEASE: {
    asker: 'The agreement releases this in advance.',
    officer: 'A standing onward release in the agreement covers this audience.',
    source: 'Sealed hub: nothing leaves without its holder (Metropolitan Police Authority 2011)',
  },
  HOLDER_REFUSED: {
    asker: 'The agency that holds this refused to release it.',
    officer: "The holder's releaser refused it for this recipient.",
    source: 'Sealed hub: nothing leaves without its holder (Metropolitan Police Authority 2011)',
  },
  RELEASED_WORDING: {
    asker: 'In the wording that the agency holding it released.',
    officer: 'Only the released wording goes; the original stays sealed.',
    source: 'Sealed hub: nothing leaves without its holder (Metropolitan Police Authority 2011)',
  },
  MAY_IDENTIFY_SOURCE: {
    asker: HELD_BACK_WORDS.WITHHELD,
    officer: 'May identify a source and has not been sanitised.',
    source: 'College of Policing: 3x5x2 handling and sanitisation',
    readsAs: 'WITHHELD',
  },
  DETRIMENT_RECORDED: {
    asker: HELD_BACK_WORDS.WITHHELD,
    officer: 'An authorised person recorded that telling this recipient would harm the child more than not telling.',
    source: 'Children Act 2004 s16LA(3)',
    readsAs: 'WITHHELD',
  },
  DETRIMENT_CHALLENGED: {
    asker:
      'The agency that holds this says sharing it would harm the child, but has not recorded why as it must; its safeguarding lead will decide.',
    officer:
      'The holder claims that sharing would harm the child without the authorised person, the reason or the review date that such a record needs.',
    source: 'Children Act 2004 s16LA(3)',
  },
};
