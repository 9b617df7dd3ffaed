import type { AgencyRequest } from '@mash/contracts';
import { select, type FieldView } from '../../forms/field-view';
import type { KnownItem } from './read-item';

/** What of the chronology is shown. In the address stand opaque ids only: never which agency knows. */
export interface PictureFilter {
  readonly personId: string | undefined;
  /** A request to the agency. */
  readonly requestId: string | undefined;
  readonly showAll: boolean;
}

export function readFilter(query: Readonly<Record<string, unknown>>): PictureFilter {
  const text = (name: string): string | undefined => {
    const value = query[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return { personId: text('person'), requestId: text('answer'), showAll: text('all') !== undefined };
}

/** Items that pass. A filter that names nothing here passes nothing, and tells nothing. */
export function filtered(
  items: readonly KnownItem[],
  requests: readonly AgencyRequest[],
  { personId, requestId }: PictureFilter,
): KnownItem[] {
  const agencyId = requests.find((request) => request.requestId === requestId)?.agencyId;
  return items.filter(
    ({ item }) =>
      (personId === undefined || item.personId === personId) && (requestId === undefined || item.agencyId === agencyId),
  );
}

export function filterFields(
  filter: PictureFilter,
  requests: readonly AgencyRequest[],
  names: ReadonlyMap<string, string>,
): FieldView[] {
  const agencies = new Map(
    requests.map(({ agencyId, agencyName, requestId }) => [agencyId, { value: requestId, text: agencyName }]),
  );
  const chosen = requests.find(({ requestId }) => requestId === filter.requestId)?.agencyId;
  const people = [...names].map(([value, text]) => ({ value, text }));
  return [
    select({ name: 'person', label: 'About', options: people, value: filter.personId }),
    select({
      name: 'answer',
      label: 'From',
      options: [...agencies.values()],
      value: chosen === undefined ? undefined : agencies.get(chosen)?.value,
    }),
  ];
}

/** The address that shows everything under the same filter. */
export function showAllHref(path: string, { personId, requestId }: PictureFilter): string {
  const query = new URLSearchParams({
    ...(personId !== undefined && { person: personId }),
    ...(requestId !== undefined && { answer: requestId }),
    all: 'yes',
  });
  return `${path}?${query.toString()}#chronology`;
}
