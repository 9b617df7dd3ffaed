import { CATEGORIES, type SharingDecisionView } from '@mash/contracts';
import type { AgreementTitles } from '../../../presenters/agreement-words';
import { agencyWords } from '../../../presenters/agency-words';
import { momentWords } from '../../../presenters/clock-chip';
import { ledgerPath, type LedgerNarrowing } from './ledger.form';
import { OUTCOMES, ruleWords, underWords, type Linked } from './ledger-words';

/** A question that the rules refused, or put before a human: that decision disclosed nothing, so the ledger has no line of it. */
export interface RefusedQuestion {
  readonly at: string;
  readonly what: string;
  readonly to: string;
  readonly about?: Linked;
  readonly cameTo: string;
  readonly rule: string;
  readonly reasons: readonly string[];
  readonly under: string;
}

/** What was decided of the questions of one enquiry. */
export interface QuestionsOfEnquiry {
  readonly enquiryId: string;
  readonly decisions: readonly SharingDecisionView[];
}

const isWithin = ({ personId, rule, outcome }: SharingDecisionView, narrowing: LedgerNarrowing): boolean =>
  narrowing.recipient === undefined &&
  (narrowing.person === undefined || narrowing.person === personId) &&
  (narrowing.rule === undefined || narrowing.rule === rule) &&
  (narrowing.outcome === undefined || narrowing.outcome === outcome);

/** "What was refused?", of the questions that the hub would have asked, by the newest decision about each: the newest first. */
export const refusedIn = (
  decisions: readonly SharingDecisionView[],
  narrowing: LedgerNarrowing,
): SharingDecisionView[] =>
  decisions
    .filter((one) => one.mode === 'ask' && one.outcome !== 'PERMIT' && isWithin(one, narrowing))
    .sort((a, b) => b.decidedAt.localeCompare(a.decidedAt));

export const refusedQuestions = (
  enquiryId: string,
  narrowing: LedgerNarrowing,
  decisions: readonly SharingDecisionView[],
  its: { now: Date; titleOf: AgreementTitles },
): RefusedQuestion[] => refusedIn(decisions, narrowing).map((one) => rowOf(one, { enquiryId, narrowing, ...its }));

function rowOf(
  { decidedAt, category, toAgencyId, personId, outcome, waitsFor, ...its }: SharingDecisionView,
  {
    enquiryId,
    narrowing,
    now,
    titleOf,
  }: { enquiryId: string; narrowing: LedgerNarrowing; now: Date; titleOf: AgreementTitles },
): RefusedQuestion {
  const { rule, ruleSetVersion, agreementVersion, reasons } = its;
  const isAnswered = outcome === 'REVIEW' && waitsFor === undefined;
  return {
    at: momentWords(new Date(decidedAt), now),
    what: category === undefined ? 'Asked' : CATEGORIES[category].label,
    to: toAgencyId === undefined ? 'Not told' : agencyWords(toAgencyId),
    ...(personId !== undefined && {
      about: { text: personId, href: ledgerPath({ enquiryId }, { ...narrowing, person: personId }) },
    }),
    cameTo: isAnswered ? 'Went to a human, who has answered' : OUTCOMES[outcome],
    rule: ruleWords(rule),
    reasons: reasons.map(({ sentence }) => sentence),
    under: underWords(ruleSetVersion, agreementVersion, titleOf),
  };
}
