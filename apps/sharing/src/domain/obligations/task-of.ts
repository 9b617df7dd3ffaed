import type { Subject } from '@mash/authorisation';
import { OBLIGATIONS, type ObligationCode, type ObligationOwner } from '../decision';

/** What a viewer accepts before the item opens, is no task of anybody's: it travels with the item. */
export const travelsWithTheItem = (code: ObligationCode): boolean => {
  const { due } = OBLIGATIONS[code];
  return 'at' in due && due.at === 'with the item';
};

const OF_ONE_PERSON: ReadonlySet<ObligationCode> = new Set([
  ...([
    'INFORM_PARENT',
    'TELL_OUTCOME',
    'TELL_BOTH',
    'TELL_CHILD',
    'ASK_AGAIN',
    'RECORD_WISHES',
    'RISK_AGAIN',
  ] as const),
  ...(['STRATEGY_CONSIDERED', 'CONFIRM_NOW', 'RESEND_NARROW', 'TRY_OTHER_ROUTE', 'TELL_HOME_COUNCIL'] as const),
  ...(['BEFORE_SCHOOL', 'SERIOUS_HARM_CHECK'] as const),
]);

/** Whether it is owed for each person by themselves: telling one child is not telling the other. */
export const isOfOnePerson = (code: ObligationCode): boolean => OF_ONE_PERSON.has(code);

/** What follows from a thing through a door of its own, which keeps it, closes it and says so. */
const KEPT_BY_THEIR_OWN: ReadonlySet<ObligationCode> = new Set([
  // An override tells the holder and information governance as it takes effect; immediate protection tells each holder.
  ...(['TELL_HOLDER', 'OVERRIDE_REVIEW', 'RECEIPT', 'NEXT_DAY_REVIEW'] as const),
  // Whoever says that the wrong person was answered about opens a recall and a breach record; a withdrawn consent sends its notices.
  ...(['RECALL', 'BREACH_72H', 'RECALL_REQUEST', 'TELL_RECIPIENTS'] as const),
  // `decision` puts every broken glass before information governance.
  'BREAK_GLASS_NOTICE',
  // What a holder owes about one item is kept with the decision about that item, and done by a statement.
  ...(['HOLD_TELLING', 'REQUEST_WORDING', 'DETRIMENT_REVIEW'] as const),
]);

/** Kept and settled where it happens, and by no desk: an override has told its holder, and immediate protection every holder, in the same transaction. */
export const isKeptWhereItHappens = (code: ObligationCode): boolean =>
  code === 'TELL_HOLDER' || code === 'OVERRIDE_REVIEW';

/** Whether it becomes a task as soon as an item or product owes it, whatever the outcome. */
export const isOwedByAThing = (code: ObligationCode): boolean =>
  !travelsWithTheItem(code) && !KEPT_BY_THEIR_OWN.has(code);

/** From whom to whom the decision was about. */
export interface Between {
  readonly mode: string;
  readonly fromAgencyId: string;
  readonly toAgencyId: string | null;
}

/** Whose staff owe it: the holder's, the recipient's, or null for the hub's. Where the hub asks it holds the question itself. */
export function agencyOwing(code: ObligationCode, { mode, fromAgencyId, toAgencyId }: Between): string | null {
  const { owner } = OBLIGATIONS[code];
  if (owner === 'holder') return mode === 'ask' ? null : fromAgencyId;
  return owner === 'recipient' ? toAgencyId : null;
}

export type OwnerGroup = Subject<'Obligation'>['ownerGroup'];

const GROUPS: Readonly<Record<ObligationOwner, OwnerGroup>> = {
  analyst: 'hub',
  worker: 'hub',
  sender: 'hub',
  viewer: 'hub',
  manager: 'manager',
  'named professional': 'manager',
  'contact officer': 'door',
  holder: 'agency',
  recipient: 'agency',
  ig: 'ig',
  'data protection officer': 'ig',
  'agreement owner': 'admin',
  system: 'system',
};

/** Whose work it is. What an agency would owe that is the hub itself, its managers owe. */
export function groupOwing(code: ObligationCode, agencyId: string | null): OwnerGroup {
  const group = GROUPS[OBLIGATIONS[code].owner];
  return group === 'agency' && agencyId === null ? 'manager' : group;
}

/** Lateness climbs: what the hub, the door or an agency owes to the managers, what managers and others owe to information governance. */
export function climbedTo(group: OwnerGroup, isLate: boolean): Subject<'Obligation'>['climbedTo'] {
  if (!isLate) return 'nobody';
  return group === 'hub' || group === 'door' || group === 'agency' ? 'manager' : 'ig';
}
