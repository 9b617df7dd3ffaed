import type { LedgerEntry, SharingOutcome } from '@mash/contracts';
import { agreementWords, NO_TITLES, type AgreementTitles } from '../../../presenters/agreement-words';
import { NAMELESS, type Naming } from '../../../presenters/naming';
import { consentWords, thresholdWords } from '../../reviews/review-words';

export interface Linked {
  readonly text: string;
  /** The ledger narrowed down to it. */
  readonly href: string;
}

/** What was decided. That something was allowed does not say that it was shown. */
export const OUTCOMES: Readonly<Record<SharingOutcome, string>> = {
  PERMIT: 'Allowed',
  DENY: 'Refused',
  REVIEW: 'Waits for a human',
};

const NOT_SHOWN = 'Allowed, not shown: what comes with it was not accepted yet, or nothing of it was left to show';

const NOT_GONE = 'Put into a handover or letter that has not gone: shown to nobody';

export const isDisclosed = ({ outcome, visibility, notGone }: LedgerEntry): boolean =>
  outcome === 'PERMIT' && visibility === 'shown' && notGone !== true;

/** What a line of the ledger came to. */
export const cameToWords = (entry: LedgerEntry): string => {
  if (isDisclosed(entry)) return 'Disclosed';
  if (entry.notGone === true) return NOT_GONE;
  return entry.outcome === 'PERMIT' ? NOT_SHOWN : OUTCOMES[entry.outcome];
};

export const ruleWords = (rule: string): string =>
  rule === 'hidden' ? 'Not told: it would give the cause away' : rule;

/** What a line was decided under: the rules' version, and the agreement with its own. */
export const underWords = (
  ruleSetVersion: string,
  agreement: string | undefined,
  titleOf: AgreementTitles = NO_TITLES,
): string =>
  [
    `Rules ${ruleSetVersion}`,
    ...(agreement === undefined ? [] : [`agreement ${agreementWords(agreement, titleOf)}`]),
  ].join(', ');

const VERSIONS: Readonly<Record<string, string>> = {
  roster: 'roster',
  stated: 'what was put on record of people',
  rating: 'rating',
  threshold: 'threshold',
  consents: 'consent',
};

/** What a line was decided on: what was judged, and which versions of the facts. The instants and ids are in the files. */
export function decidedOnWords({ threshold, consent, versions }: NonNullable<LedgerEntry['decidedOn']>): string {
  const cameTo = [
    ...(threshold === undefined ? [] : [`Threshold: ${thresholdWords(threshold).toLowerCase()}.`]),
    ...(consent === undefined ? [] : [`Consent to share: ${consentWords(consent).toLowerCase()}.`]),
  ];
  const of = Object.entries(VERSIONS).flatMap(([name, words]) =>
    versions[name] === undefined ? [] : `${words} ${String(versions[name])}`,
  );
  return [...cameTo, `Versions of the facts: ${of.join(', ')}.`].join(' ');
}

/** What stands on the page in place of ids. */
export interface LedgerNames {
  /** "Enquiry E-7K2Q4X9": without a reference its id. */
  readonly enquiry?: string;
  readonly named: Naming;
  readonly titleOf: AgreementTitles;
}

export const NO_NAMES: LedgerNames = { named: NAMELESS, titleOf: NO_TITLES };
