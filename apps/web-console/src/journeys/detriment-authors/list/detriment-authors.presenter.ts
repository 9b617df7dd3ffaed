import { londonDate } from '@mash/clocks';
import type { DetrimentAuthors } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';

/** "Whose word is it, for each agency, that telling would harm a child?" */
export interface DetrimentAuthorsView {
  readonly agencies: readonly {
    readonly agency: string;
    readonly rows: readonly { readonly name: string; readonly since: string; readonly account: string }[];
    readonly endAction: string | undefined;
    readonly addHref: string | undefined;
  }[];
}

export function detrimentAuthorsView({ authors, mayKeep }: DetrimentAuthors): DetrimentAuthorsView {
  const agencyIds = [...new Set([...mayKeep, ...authors.map(({ agencyId }) => agencyId)])];
  const agencies = agencyIds.map((agencyId) => ({
    agency: agencyWords(agencyId),
    rows: authors
      .filter((one) => one.agencyId === agencyId)
      .map(({ name, authorisedAt, accountId }) => ({
        ...{ name, account: accountId, since: londonDate(new Date(authorisedAt)) },
      })),
    endAction: mayKeep.includes(agencyId) ? `/detriment-authors/${agencyId}/end` : undefined,
    addHref: mayKeep.includes(agencyId) ? `/detriment-authors/${agencyId}` : undefined,
  }));
  return { agencies: agencies.sort((a, b) => a.agency.localeCompare(b.agency)) };
}
