import type { Agencies, AgreementView } from '@mash/contracts';
import { agreementCard, type AgreementCard } from '../shared/agreement-card';
import { byUrgency, isNotBegun, isOnItsWay, isReplaced, isStopped, isUnsafe } from '../shared/standing';
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
  /** Where who may approve for whom is read, and by the administrator kept. */
  readonly signatoriesHref: string | undefined;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function headingOf(current: readonly AgreementView[]): string {
  const count = (which: (one: AgreementView) => boolean): number => current.filter(which).length;
  const [unsafe, stopped, notBegun] = [count(isUnsafe), count(isStopped), count(isNotBegun)];
  const mine = count(({ may }) => may.includes('approve'));
  const parts = [
    count((one) => !isOnItsWay(one)) === 0 ? 'No agreement has been put in force' : '',
    unsafe === 0 ? '' : counted(unsafe, 'agreement is unsafe today', 'agreements are unsafe today'),
    stopped === 0 ? '' : counted(stopped, 'agreement is stopped', 'agreements are stopped'),
    notBegun === 0 ? '' : counted(notBegun, 'agreement has not begun', 'agreements have not begun'),
    mine === 0 ? '' : `${counted(mine, 'version waits', 'versions wait')} for your approval`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Every agreement can be relied on today' : parts.join('; ');
}

const KIND_OF_GROUP: readonly [string, (one: AgreementView) => boolean][] = [
  ['Expired or past review', isUnsafe],
  ['Stopped', isStopped],
  ['On the way', isOnItsWay],
  ['In force', ({ standing }) => standing === 'in_force'],
  ['Not started', isNotBegun],
];

/** @param reader `readsAll`: every agreement of the partnership; to a party its own say nothing of whom others reach */
export function manageView(
  agreements: readonly AgreementView[],
  agencies: Agencies['agencies'],
  { mayDraft, readsAll }: { readonly mayDraft: boolean; readonly readsAll: boolean },
): ManageView {
  const current = agreements.filter((one) => !isReplaced(one, agreements)).sort(byUrgency);
  const groups = KIND_OF_GROUP.map(([heading, belongs]) => ({
    heading,
    cards: current.filter(belongs).map(agreementCard),
  }));
  return {
    heading: headingOf(current),
    groups: groups.filter(({ cards }) => cards.length > 0),
    earlier: agreements.filter((one) => isReplaced(one, agreements)).map(agreementCard),
    gaps: readsAll ? bodiesWithoutAgreement(agreements, agencies) : [],
    agencies: [...agencies]
      .sort((a, b) => a.name.localeCompare(b.name))
      .map(({ name, kind, bound }) => ({
        name,
        kind: kind.replaceAll('_', ' '),
        duty: bound ? 'Bound by the duty to share (Children Act 2004 section 16LA)' : 'Not bound by the duty',
      })),
    mayDraft,
    signatoriesHref: readsAll ? '/signatories' : undefined,
  };
}
