import type { Mailbox } from '@mash/contracts';
import { momentWords } from '../../presenters/clock-chip';

export interface MailboxView {
  readonly heading: string;
  readonly messages: readonly {
    readonly subject: string;
    readonly sent: string;
    readonly lines: readonly { readonly text: string; readonly href?: string }[];
  }[];
}

const OWN_LINK = /^(.*?)https?:\/\/[^/\s]+(\/contacts\/C-[2-9A-HJ-NP-Z]{7}\S*|\/recalls)$/;

/** A line of a mail; one that ends in a link to a concern, or to what is to be destroyed, becomes that link, to this very console. */
function lineOf(text: string): { text: string; href?: string } {
  const [, words, path] = OWN_LINK.exec(text) ?? [];
  return path === undefined ? { text } : { text: (words ?? '').replace(/:\s*$/, '').trim() || 'Read it', href: path };
}

export function mailboxView(messages: Mailbox['messages'], now: Date): MailboxView {
  const newestFirst = [...messages].sort((a, b) => b.sentAt.localeCompare(a.sentAt));
  const count = messages.length;
  return {
    heading:
      count === 0
        ? 'No mail has been sent to you'
        : `${count} ${count === 1 ? 'message was' : 'messages were'} sent to you`,
    messages: newestFirst.map(({ subject, sentAt, body }) => ({
      subject,
      sent: momentWords(new Date(sentAt), now),
      lines: body
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(lineOf),
    })),
  };
}
