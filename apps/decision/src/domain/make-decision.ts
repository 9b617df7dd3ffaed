import { isChildOfTheWorry, type MakeDecision } from '@mash/contracts';
import type { Pack } from '@mash/threshold-packs';
import type { RefusedField } from './decision-refusal';
import type { Enquiry } from './enquiry';
import { refuse } from './refuse';
import { refuseAsOutdated } from './refuse-as-outdated';

const faults = (where: readonly number[], code: string, message: string): RefusedField[] =>
  where.map((index) => ({ field: `outcomes.${index}`, code, message }));

function checkLooked({ decisionVersion, rosterVersion }: Enquiry, command: MakeDecision): void {
  if (command.expectedVersion !== decisionVersion)
    refuseAsOutdated(
      'DECIDED_MEANWHILE',
      'Somebody else has decided since you opened this. Look at their decision first.',
    );
  if (command.rosterVersion !== rosterVersion)
    refuseAsOutdated(
      'ROSTER_CHANGED',
      'The household roster has changed since you opened this. Look at who is on it now.',
    );
}

/** A decision covers exactly the children of the worry on the roster version that it names: one who is only mentioned has no outcome. */
function checkChildren({ people }: Enquiry, { outcomes }: MakeDecision): void {
  const children = people.filter(isChildOfTheWorry).map(({ personId }) => personId);
  const named = outcomes.map(({ personId }) => personId);
  const strangers = named.flatMap((id, index) => (children.includes(id) ? [] : [index]));
  if (strangers.length > 0)
    refuse(
      'NOT_A_CHILD_OF_ROSTER',
      'An outcome is for somebody who is no child of this roster.',
      faults(strangers, 'not_on_roster', 'No child of this roster'),
    );
  const repeated = named.flatMap((id, index) => (named.indexOf(id) === index ? [] : [index]));
  if (repeated.length > 0)
    refuse(
      'OUTCOME_TWICE',
      'A child has two outcomes. Give one.',
      faults(repeated, 'duplicate', 'This child has an outcome already'),
    );
  const left = children.filter((id) => !named.includes(id));
  if (left.length > 0)
    refuse('CHILD_WITHOUT_OUTCOME', 'Every child on the roster needs an outcome, no action with its reason included.', [
      { field: 'outcomes', code: 'child_without_outcome', message: `${left.length} without an outcome` },
    ]);
}

function checkOutcomes(pack: Pack, { openCase, ratingVersion }: Enquiry, { outcomes }: MakeDecision): void {
  const unknown = outcomes.flatMap(({ outcome }, index) =>
    pack.outcomes.some(({ code }) => code === outcome) ? [] : [index],
  );
  if (unknown.length > 0)
    refuse(
      'OUTCOME_NOT_IN_PACK',
      'This partnership does not use that outcome.',
      faults(unknown, 'not_in_pack', 'Not an outcome of this pack'),
    );
  const goesToWorker = outcomes.every(({ outcome }) => outcome === 'open_case_to_worker');
  if (goesToWorker && openCase) return;
  if (ratingVersion === 0)
    refuse('NOT_RATED', 'Rate the enquiry first. Only a case that a worker has already goes to them unrated.');
}

/** Deciding without an answer is allowed, and is never by oversight: each silence is confirmed. */
function checkSilences(unanswered: readonly string[], { unansweredConfirmed }: MakeDecision): void {
  const open = unanswered.filter((requestId) => !unansweredConfirmed.includes(requestId));
  if (open.length === 0) return;
  refuse('UNANSWERED_NOT_CONFIRMED', 'Agencies have not answered. Confirm for each that you decide without it.', [
    { field: 'unansweredConfirmed', code: 'not_confirmed', message: `${open.length} to confirm` },
  ]);
}

/** "Considered and not held" needs a reason; never having asked oneself is not an answer ("Child Protection in England", national review, May 2022). */
function checkStrategy({ colour, threshold }: Enquiry, { strategy, outcomes }: MakeDecision): void {
  const asks = colour === 'red' || threshold === 's47' || outcomes.some(({ outcome }) => outcome === 'strategy_s47');
  if (asks && strategy === 'not_indicated')
    refuse('STRATEGY_NOT_SAID', 'Say whether a strategy discussion was held, or that it was considered and not held.');
}

/**
 * May this decision stand? Returns its version.
 * @param unanswered issued requests without a complete answer
 * @throws DecisionRefusal
 */
export function makeDecision(
  pack: Pack,
  enquiry: Enquiry,
  unanswered: readonly string[],
  command: MakeDecision,
): number {
  checkLooked(enquiry, command);
  checkChildren(enquiry, command);
  checkOutcomes(pack, enquiry, command);
  checkSilences(unanswered, command);
  checkStrategy(enquiry, command);
  return enquiry.decisionVersion + 1;
}
