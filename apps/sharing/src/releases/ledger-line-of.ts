import type { LedgerLine } from '../ledger/ledger-line';
import { agreementRef } from '../domain/agreements/agreement-ref';
import { decisionAsRead, lawfulBasisOf } from '../domain/decision';
import type { Judged, Telling } from './judge-thing';

/** A judged thing as a line of the ledger. What would tell the cause, or the kind of information, is in the sealed part only. */
export function ledgerLineOf(judged: Judged, { audience, toAgencyId }: Telling): LedgerLine {
  const { decision, thing, decided } = judged;
  const { line } = decided.agreement;
  const { mode, purpose } = decided.matter;
  return {
    disclosureId: judged.disclosureId,
    fromAgencyId: thing.agencyId,
    personId: thing.personId,
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
    },
  };
}
