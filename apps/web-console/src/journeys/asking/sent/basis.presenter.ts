import type { SharingDecisionView } from '@mash/contracts';
import { agreementWords, type AgreementTitles } from '../../../presenters/agreement-words';
import { ruleWords, type BasisView } from '../../../presenters/basis-view';
import { momentWords } from '../../../presenters/clock-chip';
import { factSourceWords } from '../../../presenters/fact-source-words';
import type { Naming } from '../../../presenters/naming';

type RestsOn = NonNullable<SharingDecisionView['restsOn']>[number];

/** The law that a line rests on, and what its decision was made from. Undefined where nothing was decided yet. No value of a fact is shown: they stand on their own pages, under their own permissions. */
export function basisView(
  decision: SharingDecisionView | undefined,
  { now, named, titleOf }: { now: Date; named: Naming; titleOf: AgreementTitles },
): BasisView | undefined {
  if (decision === undefined) return undefined;
  const { lawfulBasis, restsOn = [], rule, ruleSetVersion, agreementVersion } = decision;
  const under = agreementVersion === undefined ? '' : `, agreement ${agreementWords(agreementVersion, titleOf)}`;
  return {
    law: lawfulBasis.length > 0 ? lawfulBasis : ['None is cited: only a permitted question rests on one.'],
    rule: ruleWords(rule, ` of ${ruleSetVersion}${under}`),
    restsOn: restsOn.map((one) => rowOf(one, now, named)),
  };
}

function rowOf({ source, author, at, version, facts, words = facts }: RestsOn, now: Date, named: Naming) {
  const by = named(author);
  const when = momentWords(new Date(at), now);
  return {
    source: factSourceWords(source),
    when: `${by === undefined ? '' : `${by}, `}${when}${version > 0 && version < 100_000 ? `, version ${String(version)}` : ''}`,
    facts: words.join('; '),
  };
}
