import type { PersonActor } from '@mash/authorisation';
import { newId } from '@mash/contracts';
import { hubOf } from '../asking/line-matter';
import type { LedgerLine } from '../ledger/ledger-line';
import type { Judged } from '../releases/judge-thing';
import type { Admitted } from '../releases/release-gate';
import type { Refused } from './help-refused';
import type { ReadToday } from './items-since-stated';
import type { OutwardProductRow } from './outward-product.repository';

interface OfPerson {
  readonly agreementRef: string | null;
  readonly lawfulBasis: readonly string[];
}
const NOTHING: OfPerson = { agreementRef: null, lawfulBasis: [] };

/** The agreements and the law under which what is shown of a person is read, each once: those of the making, or of today where an item was decided again. */
const restsOnIn =
  ({ opened, restsOn }: ReadToday) =>
  (personId: string): OfPerson => {
    const own = opened.items
      .filter((item) => item.personId === personId)
      .flatMap(({ itemId }) => restsOn.get(itemId) ?? []);
    const refs = new Set(own.flatMap(({ agreementRef }) => agreementRef ?? []));
    return {
      agreementRef: refs.size === 0 ? null : [...refs].sort().join('; '),
      lawfulBasis: [...new Set(own.flatMap(({ lawfulBasis }) => lawfulBasis))],
    };
  };

/**
 * One line for each person whom the product is about: it was decided item by item when it was made. Of who refused nothing is shown, but an item that
 * goes by an override.
 * @param its.today where its items are read as they were decided for its recipient; for anybody else each item has a line of its own
 */
export function productLines(
  product: OutwardProductRow,
  { facts, audience }: Pick<Admitted, 'facts' | 'audience'>,
  actor: PersonActor,
  { refused, today }: { refused: Refused; today?: ReadToday },
): LedgerLine[] {
  const restsOn = today === undefined ? () => NOTHING : restsOnIn(today);
  const isShown = (personId: string) => today?.opened.items.some((item) => item.personId === personId) === true;
  return product.personIds.map((personId) => {
    const against = isShown(personId) ? undefined : refused.get(personId)?.decision;
    const { agreementRef, lawfulBasis } = against ? NOTHING : restsOn(personId);
    return {
      disclosureId: newId(),
      fromAgencyId: hubOf(facts.bodies),
      personId,
      ...{ audience, mode: 'onward', purpose: product.purpose, recipientAgencyId: actor.agencyId },
      ...outcomeOf(product, lawfulBasis, against),
      ...{ agreementRef, sharingDecisionId: null },
    };
  });
}

function outcomeOf(
  { productId, kind, ...made }: OutwardProductRow,
  lawfulBasis: readonly string[],
  refused: Judged['decision'] | undefined,
): Pick<LedgerLine, 'outcome' | 'visibility' | 'rule' | 'ruleSetVersion' | 'sealed'> {
  const its = { itemId: productId, category: kind, lawfulBasis };
  const { rule, ruleSetVersion } = made;
  if (refused === undefined)
    return {
      ...{ outcome: 'PERMIT', visibility: 'shown', rule, ruleSetVersion },
      sealed: { ...its, rule, reasons: ['OUTWARD_PRODUCT'] },
    };
  return {
    ...{ outcome: 'DENY', visibility: 'withheld', rule: refused.rule, ruleSetVersion: refused.version },
    sealed: { ...its, rule: refused.rule, reasons: refused.reasons },
  };
}
