import type { PersonActor } from '@mash/authorisation';
import { newId } from '@mash/contracts';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import type { LedgerLine } from '../ledger/ledger-line';
import type { OwnItem } from './own-items';

/** Bars that are not the holder's to lift: the adoption agency or a lawyer decides first (rule rows R-BAR-01 to -03). */
const NOT_THE_HOLDERS = ['adoption', 'gender', 'court', 'other'];
export const isBarred = ({ facts }: Pick<OwnItem, 'facts'>): boolean => NOT_THE_HOLDERS.includes(facts.bar);

/** A holder's look at its own item, as the ledger has it. @param review the question that it was opened for */
export function ownItemLine({ opened, facts }: OwnItem, { agencyId }: PersonActor, review?: DecisionRow): LedgerLine {
  return {
    disclosureId: newId(),
    fromAgencyId: agencyId,
    personId: opened.ids.personId,
    ...{ audience: 'hub_holder', recipientAgencyId: agencyId, mode: 'content', purpose: review?.purpose ?? 'SCREEN' },
    ...{ outcome: 'PERMIT', visibility: 'shown', rule: 'OWN_ITEM', ruleSetVersion: 'none' },
    ...{ agreementRef: null, sharingDecisionId: review?.sharingDecisionId ?? null },
    sealed: { itemId: facts.itemId, category: facts.category, reasons: [], rule: 'OWN_ITEM', lawfulBasis: [] },
  };
}
