import type { SystemKeys } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { momentWords } from '../../../presenters/clock-chip';
import { maySealWords, reasonWords, shortKey, STATE_WORDS } from '../shared/key-words';

type Key = SystemKeys['keys'][number];
const DAY = 86_400_000;
/** A key that ends within so many days and has no follower is worth a look. */
const SOON = 30;

export interface KeyRow {
  readonly agency: string;
  readonly system: string;
  readonly key: string;
  readonly maySeal: string;
  readonly state: string;
  readonly isLoud: boolean;
  readonly times: readonly string[];
  readonly revokeHref?: string;
}

/** "Whose system may seal here, and is any key unsafe or running out?" */
export interface AgencySystemsView {
  readonly heading: string;
  readonly running: readonly KeyRow[];
  readonly past: readonly KeyRow[];
  readonly registerHref?: string;
}

const isRunning = ({ state }: Key): boolean => state === 'current' || state === 'ending' || state === 'coming';

function endsSoon({ state, validTo }: Key, now: Date): boolean {
  return state === 'current' && Date.parse(validTo) - now.getTime() < SOON * DAY;
}

function rowOf(key: Key, now: Date): KeyRow {
  const at = (instant: string): string => momentWords(new Date(instant), now);
  const because = reasonWords(key.revokedBecause).toLowerCase();
  return {
    agency: agencyWords(key.agencyId),
    system: key.clientId,
    key: shortKey(key.kid),
    maySeal: maySealWords(key.maySeal),
    state: endsSoon(key, now) ? 'In use, ends soon: register the next' : STATE_WORDS[key.state],
    isLoud: key.state === 'revoked' || endsSoon(key, now),
    times: [
      `From ${at(key.validFrom)}`,
      ...(key.revokedAt === undefined ? [`Until ${at(key.validTo)}`] : [`Revoked ${at(key.revokedAt)}: ${because}`]),
    ],
    ...(isRunning(key) && { revokeHref: `/agency-systems/${key.kid}/revoke` }),
  };
}

function headingOf(running: readonly Key[], now: Date): string {
  const ending = running.filter((key) => endsSoon(key, now)).length;
  if (ending > 0)
    return `${ending} ${ending === 1 ? 'key ends' : 'keys end'} soon and ${ending === 1 ? 'has' : 'have'} no follower`;
  const systems = new Set(running.map(({ clientId }) => clientId)).size;
  if (systems === 0) return 'No agency’s own system takes part yet';
  return `${systems} ${systems === 1 ? 'agency’s system takes' : 'agencies’ systems take'} part`;
}

export function agencySystemsView(keys: readonly Key[], its: { mayRegister: boolean; now: Date }): AgencySystemsView {
  const running = keys.filter(isRunning);
  const rows = (some: readonly Key[]): KeyRow[] => some.map((key) => rowOf(key, its.now));
  return {
    heading: headingOf(running, its.now),
    running: rows(running),
    past: rows(keys.filter((key) => !isRunning(key))),
    ...(its.mayRegister && { registerHref: '/agency-systems/register' }),
  };
}
