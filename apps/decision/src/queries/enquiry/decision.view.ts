import type { EnquiryView } from '@mash/contracts';
import type { DecisionRecord, DissentRecord, FlagRecord } from '../../persistence/decision.repository';

type Decisions = EnquiryView['decisions'];

const flagView = ({ because, flaggedAt, clearedAt }: FlagRecord): Decisions[number]['flags'][number] => ({
  because,
  at: flaggedAt.toISOString(),
  ...(clearedAt && { clearedAt: clearedAt.toISOString() }),
});

const dissentView = ({ dissentId, agencyId, ground, stage, raisedAt, dueAt, kid, envelope }: DissentRecord) => ({
  ...{ dissentId, agencyId, ground, stage },
  ...{ raisedAt: raisedAt.toISOString(), dueAt: dueAt.toISOString() },
  sealed: { kid, envelope },
});

/** Decisions with what was raised against each: flags and dissent stand beside them, and change nothing in them. */
export function decisionViews(
  decisions: readonly DecisionRecord[],
  flags: readonly FlagRecord[],
  dissents: readonly DissentRecord[],
): Decisions {
  return decisions.map(({ kid, envelope, decidedAt, ...decision }) => {
    const { decisionId, version, rosterVersion, decidedBy, outcomes, agencyViews, strategy, whoTellsFamily } = decision;
    return {
      ...{ decisionId, version, rosterVersion, decidedBy, outcomes, agencyViews, strategy, whoTellsFamily },
      decidedAt: decidedAt.toISOString(),
      sealed: { kid, envelope },
      flags: flags.filter((flag) => flag.decisionId === decisionId).map(flagView),
      dissents: dissents.filter((dissent) => dissent.decisionId === decisionId).map(dissentView),
    };
  });
}
