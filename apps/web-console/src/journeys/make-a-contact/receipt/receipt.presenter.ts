import { londonDate, londonTime } from '@mash/clocks';
import type { ContactDetail } from '@mash/contracts';
import type { Partnership } from '../../../config';

/** "Do you have it?" Yes: the reference, the time, what happens by when. No names. */
export interface ReceiptView {
  readonly reference: string;
  readonly receivedWords: string;
  readonly next: readonly string[];
  readonly isUrgent: boolean;
  readonly hubTelephone: string | undefined;
  readonly outOfHoursTelephone: string | undefined;
  readonly trackHref: string;
}

/** How a referrer is told, by the way they chose. */
const REPLY_WORDS = {
  email: 'You get an email with the reference and a link when there is something to read. It names nobody.',
  telephone: 'The hub rings you when there is something to tell.',
  none: 'You asked not to hear back. You can still read what happened here.',
} as const;

export function receiptView(contact: ContactDetail, hub: Partnership | undefined): ReceiptView {
  const received = new Date(contact.receivedAt);
  const soon = contact.urgent
    ? 'It is marked urgent: it goes to the top of the hub’s queue now.'
    : 'A qualified person decides what happens within one working day.';
  return {
    reference: contact.reference,
    receivedWords: `${londonDate(received)}, ${londonTime(received)}`,
    next: [soon, REPLY_WORDS[contact.reply]],
    isUrgent: contact.urgent,
    hubTelephone: hub?.hubTelephone,
    outOfHoursTelephone: hub?.outOfHoursTelephone,
    trackHref: `/contacts/${contact.reference}`,
  };
}
