export interface MailWords {
  readonly subject: string;
  readonly body: string;
}

const mailOf = (reference: string, says: string, link: URL): MailWords => ({
  subject: `${reference}: ${says}`,
  body: `${reference}\n\nSign in to read it: ${link.toString()}`,
});
const mailAbout = (reference: string, consoleUrl: string, says: string): MailWords =>
  mailOf(reference, says, new URL(`/contacts/${encodeURIComponent(reference)}`, consoleUrl));

/** Mail carries a reference and a link, and nothing else: whoever else reads the mailbox learns nothing. */
export const receiptMail = (reference: string, consoleUrl: string): MailWords =>
  mailAbout(reference, consoleUrl, 'we have what you sent');

/** The same words whatever came of it. */
export const updateMail = (reference: string, consoleUrl: string): MailWords =>
  mailAbout(reference, consoleUrl, 'there is something for you to read');

/** To each who must confirm that they destroyed something. It says neither that there is a recall nor of what: the page behind the sign-in does. */
export const taskMail = (enquiryReference: string, consoleUrl: string): MailWords =>
  mailOf(enquiryReference, 'there is something for you to do', new URL('/recalls', consoleUrl));
