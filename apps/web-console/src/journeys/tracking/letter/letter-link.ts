import type { ContactSummary } from '@mash/contracts';

/** The newest letter about a concern: its id, and the page where its referrer reads it. */
export function letterLink({
  reference,
  acknowledged,
}: Pick<ContactSummary, 'reference' | 'acknowledged'>): { letterId: string; href: string } | undefined {
  const newest = acknowledged
    .filter(({ kind, letterId }) => kind === 'outcome' && letterId !== undefined)
    .sort((a, b) => b.at.localeCompare(a.at))[0];
  return newest?.letterId === undefined
    ? undefined
    : { letterId: newest.letterId, href: `/contacts/${reference}/letter` };
}
