import { ANY_PART } from '@mash/sealing';
import { fieldRefused } from '@mash/service-host';
import { AUDIENCES } from '../../domain/decision';
import type { CheckedStatement } from '../../holder/statement-check';

/**
 * Something is said of a body that the register knows, in a part that the rules know, and never of oneself: a statement that fits nobody would
 * read as done and keep nothing back.
 * @throws CodedError SHARING.RECIPIENT_UNKNOWN (422)
 */
export function checkRecipientOf(
  { facts }: Pick<CheckedStatement, 'facts'>,
  its: { readonly bodies: readonly { readonly agencyId: string }[]; readonly agencyId: string },
): void {
  if (!('to' in facts)) return;
  const { audience, agencyId } = facts.to;
  const isPart = audience === ANY_PART || (AUDIENCES as readonly string[]).includes(audience);
  const isBody = its.bodies.some((body) => body.agencyId === agencyId) && agencyId !== its.agencyId;
  if (isPart && isBody) return;
  const message = 'The register knows no such recipient.';
  throw fieldRefused('SHARING.RECIPIENT_UNKNOWN', 'recipient', message, 'unknown');
}
