import { z } from 'zod';
import { PageNotFound } from '../../session/page-not-found';
import type { SearchSoFar } from './screening-paths';

const isId = (value: unknown): value is string => z.uuid().safeParse(value).success;

/** Reads `search` and `different` of an address. Without a search there is nothing to compare with. @throws PageNotFound */
export function searchSoFarOf(query: Readonly<Record<string, unknown>>): SearchSoFar {
  const searchId = query['search'];
  if (!isId(searchId)) throw new PageNotFound();
  const said = query['different'];
  const different = (Array.isArray(said) ? (said as unknown[]) : [said]).filter(isId);
  return { searchId, different: [...new Set(different)].slice(0, 40) };
}

/**
 * The same of a page that is opened again after sign-in, where its address says nothing: what was sent from it says which search it was of.
 * @returns undefined where there is none: nothing can be shown of it
 */
export function searchSoFarIn(
  query: Readonly<Record<string, unknown>>,
  sent: Readonly<Record<string, unknown>> | undefined,
): SearchSoFar | undefined {
  if (query['search'] !== undefined) return searchSoFarOf(query);
  return isId(sent?.['searchId'])
    ? searchSoFarOf({ search: sent['searchId'], different: sent['different'] })
    : undefined;
}
