import type { NextStep } from '@mash/contracts';
import { mayRate, type Pack } from '@mash/threshold-packs';
import type { PersonActor } from '@mash/authorisation';

const ANYBODY: readonly NextStep[] = ['screen', 'send', 'chase'];
const MANAGERS: readonly NextStep[] = ['decide', 'look_again', 'route', 'feedback'];

/** The next steps that this person can do: "take the next one" gives them no other. */
export function stepsFor(pack: Pack, { roles, clearances }: PersonActor): NextStep[] {
  const rates: NextStep[] = mayRate(pack, roles, clearances) ? ['rate'] : [];
  return [...ANYBODY, ...rates, ...(roles.includes('mash-manager') ? MANAGERS : [])];
}
