import type { EnquiryFacts } from '../asking/enquiry-facts';
import { factVersionsOf } from '../asking/sharing-desk';
import type { DecidedOn, LedgerLine } from '../ledger/ledger-line';
import { agreementRef } from '../domain/agreements/agreement-ref';
import { decisionAsRead, lawfulBasisOf } from '../domain/decision';
import type { Judged, Telling } from './judge-thing';

/**
 * A judged thing as a line of the ledger. What would tell the cause, or the kind of information, is in the sealed part only. Most of what the rules
 * permit or refuse by themselves is kept nowhere else: the line has the versions of the facts, and what was to be left out and done.
 * @param facts those that it was decided on
 */
export function ledgerLineOf(judged: Judged, { audience, toAgencyId }: Telling, facts: EnquiryFacts): LedgerLine {
  const { decision, thing, decided } = judged;
  const { line } = decided.agreement;
  const { mode, purpose } = decided.matter;
  return {
    disclosureId: judged.disclosureId,
    fromAgencyId: thing.agencyId,
    personId: thing.personId,
    ...(thing.isWhole && { isWhole: true as const }),
    ...{ audience, mode, purpose, recipientAgencyId: toAgencyId },
    outcome: decision.outcome,
    visibility: judged.shownAs,
    rule: decisionAsRead(decision, 'other')?.rule ?? 'hidden',
    ruleSetVersion: decision.version,
    agreementRef: agreementRef(line),
    sharingDecisionId: judged.open?.sharingDecisionId ?? null,
    sealed: {
      itemId: thing.itemId,
      category: thing.category,
      reasons: decision.reasons,
      rule: decision.rule,
      lawfulBasis: lawfulBasisOf(decision),
      decidedOn: decidedOn(judged, facts),
    },
  };
}

const decidedOn = ({ decision, decided: { question } }: Judged, facts: EnquiryFacts): DecidedOn => ({
  ...{ threshold: question.threshold, consent: question.consent },
  versions: factVersionsOf(facts),
  ...{ redactions: decision.redactions, obligations: decision.obligations },
});
