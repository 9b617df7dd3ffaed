import { z } from 'zod';
import { PersonKind } from '../../core/codes';
import { BirthDate } from './mentioned-people.http';
import { typedText } from './typed-text';

/** POST /people/search: a POST so that no name is ever in a URL. */
export const SearchPeople = z.strictObject({
  enquiryId: z.uuid(),
  mentionId: z.uuid().optional().describe('Search for this mention'),
  forenames: typedText(100).optional(),
  surname: typedText(100).optional(),
  birthDate: BirthDate.optional(),
  postcode: typedText(10).optional(),
  nhsNumber: typedText(12).optional(),
  upn: typedText(13).optional(),
});
export type SearchPeople = z.infer<typeof SearchPeople>;

export const MatchCandidate = z.object({
  personId: z.uuid(),
  displayName: z.string(),
  birthDate: BirthDate.optional(),
  kind: PersonKind,
  address: z.object({ lines: z.string().optional(), postcode: z.string().optional() }).optional(),
  nhsNumber: z.string().optional(),
  upn: z.string().optional(),
  score: z.number(),
  band: z.enum(['likely', 'possible', 'unlikely']),
  caution: z
    .string()
    .optional()
    .describe('Why the band is lower than the score alone would give: a twin, two NHS numbers'),
  reasons: z.array(
    z.object({
      field: z.string(),
      agreement: z.enum(['same', 'similar', 'different', 'missing']),
      words: z.string(),
      mention: z.string().optional(),
      record: z.string().optional(),
    }),
  ),
});
export type MatchCandidate = z.infer<typeof MatchCandidate>;

export const SearchResult = z.object({ searchId: z.uuid(), candidates: z.array(MatchCandidate) });
export type SearchResult = z.infer<typeof SearchResult>;

/** POST /enquiries/:enquiryId/mentions/:mentionId/match. Answers with the Roster, as confirming, creating and un-linking do. */
export const MatchMention = z.strictObject({
  searchId: z.uuid(),
  candidateId: z.uuid(),
  verdict: z.enum(['same', 'different', 'cannot_tell']),
});
export type MatchMention = z.infer<typeof MatchMention>;

/** POST /enquiries/:enquiryId/mentions/:mentionId/create-person: refused (INTAKE.SEARCH_FIRST) until the search was made and its likely and possible candidates ruled out. */
export const CreatePerson = z.strictObject({ searchId: z.uuid() });
export type CreatePerson = z.infer<typeof CreatePerson>;

/** POST /enquiries/:enquiryId/mentions/:mentionId/unlink: takes a wrong link back; the trail of verdicts stays. */
export const UnlinkMention = z.strictObject({
  reason: z.enum(['wrong_person', 'new_information', 'pressed_by_mistake']),
});
export type UnlinkMention = z.infer<typeof UnlinkMention>;

/** POST /people/names (hub): names for the ids on a page. An id that the actor may not know of is left out of the answer. */
export const AskPeopleNames = z.strictObject({ personIds: z.array(z.uuid()).min(1).max(200) });
export type AskPeopleNames = z.infer<typeof AskPeopleNames>;

export const PeopleNames = z.object({
  people: z.array(
    z.object({
      personId: z.uuid(),
      displayName: z.string(),
      kind: PersonKind,
      birthDate: BirthDate.optional(),
      expectedDate: z.iso.date().optional(),
    }),
  ),
});
export type PeopleNames = z.infer<typeof PeopleNames>;
