import type { Reason } from './reason';
import type { HOLDER_REASONS } from './reason-code';

export const HOLDER_REASON_TEXTS: Readonly<Record<(typeof HOLDER_REASONS)[number], Reason>> = {
  BAR_ADOPTION: {
    asker: 'The adoption agency must decide.',
    officer: 'Adoption information: never matched or linked, opened by the adoption agency only.',
    source: 'Adoption and Children Act 2002 ss57-59',
    readsAs: 'WITHHELD',
  },
  BAR_GENDER: {
    asker: 'A lawyer must decide.',
    officer: 'Protected gender recognition information.',
    source: 'Gender Recognition Act 2004 s22',
    readsAs: 'WITHHELD',
  },
  BAR_OTHER: {
    asker: 'A lawyer must decide.',
    officer: 'Another statutory bar or privilege stands.',
    source: 'Named bar on the item',
    readsAs: 'WITHHELD',
  },
  BAR_COURT_EXEMPT: {
    asker: 'Court papers: accept the notice before opening.',
    officer: 'Court papers to a recipient whom the rules exempt, at section 47.',
    source: 'Family Procedure Rules 12.73; Administration of Justice Act 1960 s12',
  },
  BAR_COURT: {
    asker: 'A lawyer must decide.',
    officer: 'Court papers to a recipient whom the rules do not exempt.',
    source: 'Family Procedure Rules 12.73; Administration of Justice Act 1960 s12',
    readsAs: 'WITHHELD',
  },
  CONFIDENCE_SEXUAL: {
    asker: 'The holder must decide.',
    officer: 'Sexual health held in strict confidence, below section 47 and with no sign of abuse under 13.',
    source: 'Common law of confidence; NHS England guidance',
    readsAs: 'WITHHELD',
  },
  HUB_ONLY: {
    asker: 'For the hub only; it may not leave.',
    officer: 'Marked hub-only by the holder.',
    source: 'MP 2.3',
  },
  CONDITION_MET: {
    asker: "Shown on the holder's condition: accept it first.",
    officer: 'Handling code C, and the viewer meets its condition.',
    source: 'MP 2.5',
  },
  CONDITION_NOT_MET: {
    asker: "The holder's condition is not met; the holder will decide.",
    officer: 'Handling code C not met, or an old grading that maps to no code.',
    source: 'MP 2.5',
  },
  CONDITION_EXCLUDES: {
    asker: 'The holder must give wording for this recipient.',
    officer: "The recipient is not on the list of the holder's condition.",
    source: 'MP 2.5',
    readsAs: 'WITHHELD',
  },
  NOT_RELEASED: {
    asker: 'The holder has not released this yet.',
    officer: "It may leave the hub only with the holder's release, and has none.",
    source: 'MP 2.3, 2.5',
  },
  STANDING_RELEASE: {
    asker: 'The agreement releases this in advance.',
    officer: 'A standing onward release in the agreement covers this audience.',
    source: 'MP 2.3',
  },
  HOLDER_REFUSED: {
    asker: 'The holder refused to release this.',
    officer: "The holder's releaser refused it for this recipient.",
    source: 'MP 2.3',
  },
  RELEASED_WORDING: {
    asker: 'In the wording that the holder released.',
    officer: 'Only the released wording goes; the original stays sealed.',
    source: 'MP 2.3',
  },
  MAY_IDENTIFY_SOURCE: {
    asker: 'The holder must give wording that protects a source.',
    officer: 'May identify a source and has not been sanitised.',
    source: 'MP 2.5',
    readsAs: 'WITHHELD',
  },
  DETRIMENT_RECORDED: {
    asker: 'The holder must find another way.',
    officer: 'An authorised person recorded that telling this recipient would harm the child more than not telling.',
    source: 'Children Act 2004 s16LA(3)',
    readsAs: 'WITHHELD',
  },
  DETRIMENT_CHALLENGED: {
    asker: 'The holder says it would do harm, but not yet in due form; their safeguarding lead will decide.',
    officer: 'A detriment is claimed without author, reason or date that the rules ask for.',
    source: 'Children Act 2004 s16LA(3)',
  },
};
