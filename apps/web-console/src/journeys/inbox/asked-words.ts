import type { InboxItem, OutcomeCode } from '@mash/contracts';

const ASKED: Readonly<Record<OutcomeCode, string>> = {
  social_care_assessment: 'Assess, section 17',
  strategy_s47: 'Hold a strategy discussion, section 47',
  early_help: 'Offer early help',
  other_service: 'Offer help from another service',
  universal: 'Meet the need with what every family has',
  advice: 'Advice only',
  no_action_with_reason: 'Nothing: for information',
  open_case_to_worker: 'Pass to the allocated worker',
};

/** What the hub asks of the team: each act with for how many children. No names. */
export function askedWords({ outcomes }: Pick<InboxItem, 'outcomes'>): string {
  const acts = [...new Set(outcomes.map(({ outcome }) => outcome))];
  return acts
    .map((act) => {
      const count = outcomes.filter(({ outcome }) => outcome === act).length;
      return `${ASKED[act]} for ${count} ${count === 1 ? 'child' : 'children'}`;
    })
    .join('. ');
}
