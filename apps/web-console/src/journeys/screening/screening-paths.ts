import { enquiryPath } from '../enquiry/shared/enquiry-sections';

/** What is said so far of the candidates of one kept search. Opaque ids only: they may stand in an address. */
export interface SearchSoFar {
  readonly searchId: string;
  readonly different: readonly string[];
}

const query = ({ searchId, different }: SearchSoFar): string =>
  new URLSearchParams([['search', searchId], ...different.map((id): [string, string] => ['different', id])]).toString();

export const peoplePath = (reference: string): string => enquiryPath(reference, '/people');
export const rosterPath = (reference: string): string => enquiryPath(reference, '/people/roster');
export const mentionPath = (reference: string, mentionId: string, tail: string): string =>
  enquiryPath(reference, `/people/${mentionId}/${tail}`);
export const candidatesPath = (reference: string, mentionId: string, soFar: SearchSoFar): string =>
  `${mentionPath(reference, mentionId, 'candidates')}?${query(soFar)}`;
export const comparePath = (reference: string, mentionId: string, candidateId: string, soFar: SearchSoFar): string =>
  `${mentionPath(reference, mentionId, `compare/${candidateId}`)}?${query(soFar)}`;
