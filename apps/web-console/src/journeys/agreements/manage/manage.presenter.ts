import type { Agencies, AgreementView } from '@mash/contracts';
import { agreementCard, type AgreementCard } from '../shared/agreement-card';
import { byUrgency, isOnItsWay, isUnsafe } from '../shared/standing';
import { bodiesWithoutAgreement } from './gaps';

interface Group {
  readonly heading: string;
  readonly cards: readonly AgreementCard[];
}

/** "May we share today?" What cannot be relied on first, then what waits for whom, then what stands. */
export interface ManageView {
  readonly heading: string;
  readonly groups: readonly Group[];
  readonly earlier: readonly AgreementCard[];
  readonly gaps: readonly string[];
  readonly agencies: readonly { readonly name: string; readonly kind: string; readonly duty: string }[];
  readonly mayDraft: boolean;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function headingOf(current: readonly AgreementView[]): string {
  const unsafe = current.filter(isUnsafe).length;
  const mine = current.filter(({ may }) => may.includes('approve')).length;
  const waits = mine === 0 ? '' : `${counted(mine, 'version waits', 'versions wait')} for your approval`;
  if (current.length === 0) return 'No agreement has been put in force';
  if (unsafe === 0) return waits === '' ? 'Every agreement can be relied on today' : waits;
  return [counted(unsafe, 'agreement is unsafe today', 'agreements are unsafe today'), waits]
    .filter((part) => part !== '')
    .join('; ');
}

const KIND_OF_GROUP: readonly [string, (one: AgreementView) => boolean][] = [
  ['Expired or past review', isUnsafe],
  ['On the way', isOnItsWay],
  ['In force', (one) => !isUnsafe(one) && !isOnItsWay(one)],
];

export function manageView(
  agreements: readonly AgreementView[],
  agencies: Agencies['agencies'],
  mayDraft: boolean,
): ManageView {
  const current = agreements.filter(({ state }) => state !== 'superseded').sort(byUrgency);
  const groups = KIND_OF_GROUP.map(([heading, belongs]) => ({
    heading,
    cards: current.filter(belongs).map(agreementCard),
  }));
  return {
    heading: headingOf(current),
    groups: groups.filter(({ cards }) => cards.length > 0),
    earlier: agreements.filter(({ state }) => state === 'superseded').map(agreementCard),
    gaps: bodiesWithoutAgreement(agreements, agencies),
    agencies: [...agencies]
      .sort((a, b) => a.name.localeCompare(b.name))
      .map(({ name, kind, bound }) => ({
        name,
        kind: kind.replaceAll('_', ' '),
        duty: bound ? 'Bound by the duty to share (Children Act 2004 section 16LA)' : 'Not bound by the duty',
      })),
    mayDraft,
  };
}
