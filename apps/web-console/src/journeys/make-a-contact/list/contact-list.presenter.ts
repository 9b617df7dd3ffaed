import type { ContactSummary, Draft } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';
import { draftPath } from '../steps/step-order';

/** "Did my concern land, what happened?" The heading is the answer. */
export interface ContactListView {
  readonly heading: string;
  readonly rows: readonly {
    readonly reference: string;
    readonly href: string;
    readonly received: string;
    readonly state: string;
    readonly isUrgent: boolean;
  }[];
  /** Begun and not sent. What is in them is sealed, so the list tells them apart by time alone. */
  readonly unsent: readonly { readonly href: string; readonly text: string }[];
  readonly isEmpty: boolean;
}

export interface ContactListGiven {
  readonly contacts: readonly ContactSummary[];
  readonly drafts: readonly Draft[];
}

function headingOf(count: number, waiting: number): string {
  if (count === 0) return 'You have sent no concern yet';
  if (waiting === 0) return count === 1 ? 'Your concern is decided' : `All ${count} of your concerns are decided`;
  return waiting === 1 ? '1 of your concerns is with the hub' : `${waiting} of your concerns are with the hub`;
}

const isDecided = ({ acknowledged }: ContactSummary): boolean => acknowledged.some(({ kind }) => kind === 'outcome');

function stateOf(contact: ContactSummary, now: Date): string {
  const outcome = contact.acknowledged.find(({ kind }) => kind === 'outcome');
  if (outcome !== undefined) return `Decided, told ${momentWords(new Date(outcome.at), now)}`;
  return contact.acknowledged.length > 0 ? 'Being looked at' : 'Received';
}

const unsentOf = (drafts: readonly Draft[], now: Date): ContactListView['unsent'] =>
  drafts
    .filter(({ kind }) => kind === 'contact')
    .map(({ draftId, savedAt }) => ({
      href: draftPath(draftId),
      text: `Go on with the concern you left ${momentWords(new Date(savedAt), now)}`,
    }));

export function contactListView({ contacts, drafts }: ContactListGiven, now: Date): ContactListView {
  const newestFirst = [...contacts].sort((a, b) => b.receivedAt.localeCompare(a.receivedAt));
  return {
    heading: headingOf(contacts.length, contacts.filter((contact) => !isDecided(contact)).length),
    unsent: unsentOf(drafts, now),
    isEmpty: contacts.length === 0,
    rows: newestFirst.map((contact) => ({
      reference: contact.reference,
      href: `/contacts/${contact.reference}`,
      received: momentWords(new Date(contact.receivedAt), now),
      state: stateOf(contact, now),
      isUrgent: contact.urgent,
    })),
  };
}
