import type { PersonActor } from '@mash/authorisation';
import { NOT_NAMED_AGENCY, type EnquiryView } from '@mash/contracts';
import type { DecisionRecord, DissentRecord, FlagRecord } from '../../persistence/decision.repository';

type Decisions = EnquiryView['decisions'];
type Reader = Pick<PersonActor, 'id' | 'agencyId' | 'roles'>;
type NameOf = (agencyId: string) => string;

/**
 * An agency whose name says what it knows stands unnamed beside a decision: who reads this is not known to have asked it. It reads its own name, and
 * who oversees the hub reads every one.
 */
export function namesFor({ agencyId: own, roles }: Reader, notNamed: ReadonlySet<string>): NameOf {
  const oversees = roles.some((role) => role === 'ig-officer' || role === 'auditor');
  return (agencyId) => (oversees || agencyId === own || !notNamed.has(agencyId) ? agencyId : NOT_NAMED_AGENCY);
}

const flagView = ({ because, flaggedAt, clearedAt }: FlagRecord): Decisions[number]['flags'][number] => ({
  because,
  at: flaggedAt.toISOString(),
  ...(clearedAt && { clearedAt: clearedAt.toISOString() }),
});

const dissentView = (
  { dissentId, agencyId, ground, stage, raisedAt, dueAt, kid, envelope }: DissentRecord,
  nameOf: NameOf,
) => ({
  ...{ dissentId, agencyId: nameOf(agencyId), ground, stage },
  ...{ raisedAt: raisedAt.toISOString(), dueAt: dueAt.toISOString() },
  sealed: { kid, envelope },
});

/** Decisions with what was raised against each: flags and dissent stand beside them, and change nothing in them. */
export function decisionViews(
  decisions: readonly DecisionRecord[],
  flags: readonly FlagRecord[],
  dissents: readonly DissentRecord[],
  { reader, notNamed }: { reader: Reader; notNamed: ReadonlySet<string> },
): Decisions {
  const nameOf = namesFor(reader, notNamed);
  return decisions.map(({ kid, envelope, decidedAt, ...decision }) => {
    const { decisionId, version, rosterVersion, decidedBy, outcomes, agencyViews, strategy, whoTellsFamily } = decision;
    // Who decided wrote down whose view was whose.
    const named = agencyViews.map(({ agencyId, view }) => ({
      agencyId: decidedBy === reader.id ? agencyId : nameOf(agencyId),
      view,
    }));
    return {
      ...{ decisionId, version, rosterVersion, decidedBy, outcomes, agencyViews: named, strategy, whoTellsFamily },
      decidedAt: decidedAt.toISOString(),
      sealed: { kid, envelope },
      flags: flags.filter((flag) => flag.decisionId === decisionId).map(flagView),
      dissents: dissents
        .filter((dissent) => dissent.decisionId === decisionId)
        .map((dissent) => dissentView(dissent, nameOf)),
    };
  });
}
