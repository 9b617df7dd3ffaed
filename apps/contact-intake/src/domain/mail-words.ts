export interface MailWords {
  readonly subject: string;
  readonly body: string;
}

const mailAbout = (reference: string, consoleUrl: string, says: string): MailWords => ({
  subject: `${reference}: ${says}`,
  body: `${reference}\n\nSign in to read it: ${new URL(`/contacts/${encodeURIComponent(reference)}`, consoleUrl).toString()}`,
});

/** Mail carries a reference and a link, and nothing else: whoever else reads the mailbox learns nothing. */
export const receiptMail = (reference: string, consoleUrl: string): MailWords =>
  mailAbout(reference, consoleUrl, 'we have what you sent');

/** The same words whatever came of it. */
export const updateMail = (reference: string, consoleUrl: string): MailWords =>
  mailAbout(reference, consoleUrl, 'there is something for you to read');
