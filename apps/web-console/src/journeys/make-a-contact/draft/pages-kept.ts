import { withPerson, type ContactDraft, type DraftPerson } from './contact-draft';
import type { KeptDraft } from './contact-drafts';

/** The draft with one page of it kept now. @param page its step, or whom it is about */
export const withPageKept = (draft: ContactDraft, page: string, now: Date): ContactDraft => ({
  ...draft,
  pagesKeptAt: { ...draft.pagesKeptAt, [page]: now.toISOString() },
});

/** What was sent of one page is older only than that page: another one that was saved since says nothing of it. */
export function pageKeptAt({ draft, savedAt }: KeptDraft, page: string): Date | undefined {
  if (draft.pagesKeptAt === undefined) return savedAt;
  const at = draft.pagesKeptAt[page];
  return at === undefined ? undefined : new Date(at);
}

const both = (newer = '', older = ''): string | undefined =>
  (newer.includes(older) ? newer : [newer, older].filter((words) => words !== '').join('\n\n')) || undefined;

/** An urgent press goes whatever was saved since: what was saved stands, and what the older press says of the concern goes with it. */
export function withOlderConcern(saved: ContactDraft, { concern: older }: ContactDraft): ContactDraft {
  const { concern } = saved;
  return {
    ...saved,
    concern: {
      ...concern,
      narrative: both(concern.narrative, older.narrative),
      seenMyself: both(concern.seenMyself, older.seenMyself),
      toldByOthers: both(concern.toldByOthers, older.toldByOthers),
      issues: [...new Set([...concern.issues, ...older.issues])],
    },
  };
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== '';

/**
 * The same of somebody: what was saved of them stands, and what nobody saved goes as the older press says it. What either of the two knows is not
 * "not known", and who was born since is expected no more.
 */
export function withOlderPerson(saved: ContactDraft, older: DraftPerson): ContactDraft {
  const kept = saved.people.find(({ mentionId }) => mentionId === older.mentionId);
  const { expectedDate, ...both }: DraftPerson = {
    ...older,
    ...Object.fromEntries(Object.entries(kept ?? {}).filter(([, value]) => isSaid(value))),
  };
  const known = new Map(Object.entries(both).filter(([, value]) => isSaid(value)));
  const unknown = new Set([...older.notKnown, ...(kept?.notKnown ?? [])]);
  return withPerson(saved, {
    ...both,
    ...(both.kind === 'unborn' && isSaid(expectedDate) && { expectedDate }),
    notKnown: [...unknown].filter((name) => !known.has(name)),
  });
}
