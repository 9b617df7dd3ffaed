import type { Agencies, AgreementView } from '@mash/contracts';
import { agreementCard, type AgreementCard } from '../shared/agreement-card';
import { byUrgency, isUnsafe } from '../shared/standing';

/** "May we share today?" Expired and past review on top; the register of bodies below. */
export interface AgreementsView {
  readonly heading: string;
  readonly cards: readonly AgreementCard[];
  readonly superseded: readonly AgreementCard[];
  readonly agencies: readonly { readonly name: string; readonly kind: string; readonly duty: string }[];
}

function headingOf(current: readonly AgreementView[]): string {
  const unsafe = current.filter(isUnsafe).length;
  if (current.length === 0) return 'No agreement has been put in force';
  if (unsafe === 0) return 'Every agreement can be relied on today';
  return unsafe === 1 ? '1 agreement is unsafe today' : `${unsafe} agreements are unsafe today`;
}

export function agreementsView(agreements: readonly AgreementView[], agencies: Agencies['agencies']): AgreementsView {
  const current = agreements.filter(({ state }) => state !== 'superseded').sort(byUrgency);
  return {
    heading: headingOf(current),
    cards: current.map(agreementCard),
    superseded: agreements.filter(({ state }) => state === 'superseded').map(agreementCard),
    agencies: [...agencies]
      .sort((a, b) => a.name.localeCompare(b.name))
      .map(({ name, kind, bound }) => ({
        name,
        kind: kind.replaceAll('_', ' '),
        duty: bound ? 'Bound by the duty to share (Children Act 2004 section 16LA)' : 'Not bound by the duty',
      })),
  };
}
