import { SealRefusal, type SealRefusalCode } from '@mash/sealing';
import { HttpException } from '@nestjs/common';
import { AuditIsDown, ServiceDown, ServiceProblem } from '../api-clients/service-errors';
import { serviceWords } from '../presenters/service-words';
import { invalidCsrfTokenError } from '../session/csrf';
import { PageNotFound } from '../session/page-not-found';
import { page, type Page } from './page';

const notFound = (): Page => page('layout/templates/not-found.njk', { title: 'Page not found' }, {}, 404);

const message = (status: number, heading: string, paragraphs: string[]): Page =>
  page('layout/templates/error.njk', { title: heading }, { heading, paragraphs }, status);

function problemPage({ status, detail }: ServiceProblem): Page {
  if (status === 404) return notFound();
  if (status === 403) return message(403, 'You cannot do this', [detail]);
  if (status === 409)
    return message(409, 'This cannot be done as things stand', [detail, 'Go back, refresh the page and look again.']);
  return message(status, 'This could not be done', [detail]);
}

function sealPage({ code }: SealRefusal): Page | undefined {
  if (code === 'SEAL.TOO_LARGE') return tooLong();
  if (UNTRUSTED.has(code)) return untrustedKey(code);
  if (code !== 'SEAL.NO_KEY' && code !== 'SEAL.LEASE_EXPIRED') return undefined;
  return message(503, 'This cannot be sealed yet', ['Try again in a minute. If it is urgent, ring the hub.']);
}

/** What `sharing` did not sign for this: its own pages would not offer it. Somebody may want to read what is written here. */
const UNTRUSTED: ReadonlySet<string> = new Set<SealRefusalCode>([
  'SEAL.LEASE_MALFORMED',
  'SEAL.LEASE_UNTRUSTED',
  'SEAL.LEASE_WRONG_ENQUIRY',
  'SEAL.LEASE_WRONG_PARTNERSHIP',
  'SEAL.LEASE_WRONG_USE',
]);

const untrustedKey = (code: string): Page =>
  message(502, 'This was not sealed and not sent', [
    'The key that was offered to seal it with does not come from the sharing service, so it was not used. What you wrote just now was neither kept nor sent.',
    `Tell your information governance officer at once, and quote ${code}. If it is urgent, ring the hub.`,
  ]);

const tooLong = (): Page =>
  message(413, 'That is too long', ['Go back and shorten what you wrote, or send it in two parts.']);

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { status?: unknown; statusCode?: unknown } | undefined)?.status;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

/**
 * The page for an error. What one may not know of is "Page not found", as a typo is; the words never repeat what was sent.
 * @param signedIn whether the visitor may be told of anything but "not found"
 */
export function errorPageFor(error: unknown, signedIn: boolean): Page {
  if (error instanceof PageNotFound) return notFound();
  if (error instanceof AuditIsDown) return page('layout/templates/audit-down.njk', { title: 'Audit is down' }, {}, 503);
  if (error instanceof ServiceProblem) return problemPage(error);
  if (error instanceof ServiceDown) {
    const what = serviceWords(error.service);
    return message(503, `${what} does not answer`, [
      'Nothing you sent is lost if it was saved. Try again in a few minutes.',
    ]);
  }
  if (error === invalidCsrfTokenError)
    return message(403, 'Send this again', [
      'This page was open for too long. Go back, copy what you wrote, refresh the page and send it again.',
    ]);
  const sealed = error instanceof SealRefusal ? sealPage(error) : undefined;
  if (sealed !== undefined) return sealed;
  const status = statusOf(error);
  if (status === 404) return notFound();
  if (status === 413) return tooLong();
  if (status < 500) return message(status, 'This could not be read', ['Go back and try again.']);
  const help = signedIn ? ['Nothing was changed. Try again in a few minutes.'] : ['Try again in a few minutes.'];
  return message(500, 'Something went wrong', help);
}
