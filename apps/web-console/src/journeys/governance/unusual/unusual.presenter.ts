import type { UnusualLooking, UnusualStep } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';
import type { Naming } from '../../../presenters/naming';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { whoWords } from '../shared/who';

const STEPS: Readonly<Record<UnusualStep, { readonly button: string; readonly taken: string }>> = {
  explained: { button: 'Explained', taken: 'Explained' },
  ask_manager: { button: 'Ask manager', taken: 'Noted: their manager is to be asked' },
  investigate: { button: 'Investigate', taken: 'Being investigated' },
};

export interface UnusualRow {
  readonly sentence: string;
  readonly account: string;
  readonly isOpen: boolean;
  readonly history: readonly string[];
  readonly logHref: string;
  /** What this reader may do about it; nothing where it is closed, or their own looking. */
  readonly actions: readonly { readonly action: string; readonly text: string }[];
  readonly isOwn: boolean;
}

/** "Who looked at unusually many people, and has anybody explained it?" */
export interface UnusualView {
  readonly heading: string;
  readonly rows: readonly UnusualRow[];
}

interface Reading {
  readonly reader: SignedInPerson;
  readonly named: Naming;
  readonly now: Date;
}

function rowOf(alarm: UnusualLooking, { reader, named, now }: Reading): UnusualRow {
  const { alarmId, accountId, people, limit, at, state, steps } = alarm;
  const isOpen = state === 'open';
  const isOwn = accountId === reader.accountId;
  const over = limit === undefined ? '' : ` The limit is ${String(limit)}.`;
  const taken = new Set(steps.map(({ step }) => step));
  const left = (Object.keys(STEPS) as UnusualStep[]).filter((step) => !taken.has(step));
  return {
    sentence: `Opened ${String(people)} different people within an hour, ${momentWords(new Date(at), now)}.${over}`,
    account: named(accountId) ?? accountId,
    isOpen,
    history: steps.map(
      (one) =>
        `${STEPS[one.step].taken}, ${momentWords(new Date(one.at), now)}, by ${whoWords(one.by, reader.accountId, named)}`,
    ),
    logHref: `/ig/log?actorId=${encodeURIComponent(accountId)}`,
    actions:
      isOpen && !isOwn && reader.roles.includes('ig-officer')
        ? left.map((step) => ({ action: `/ig/unusual/${alarmId}/${step}`, text: STEPS[step].button }))
        : [],
    isOwn: isOwn && isOpen,
  };
}

export function unusualView(alarms: readonly UnusualLooking[], reading: Reading): UnusualView {
  const open = alarms.filter(({ state }) => state === 'open').length;
  const heading =
    open === 0
      ? 'No unusual looking waits for an explanation'
      : `${String(open)} unusual ${open === 1 ? 'look waits' : 'looks wait'} for an explanation`;
  return { heading, rows: alarms.map((alarm) => rowOf(alarm, reading)) };
}
