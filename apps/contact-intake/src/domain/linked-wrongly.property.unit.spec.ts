import { newId } from '@mash/contracts';
import * as fc from 'fast-check';
import { aChild, aMother } from '../../testing/a-contact';
import { aRoster } from '../../testing/a-roster';
import { idsOfSeveral, type LinkChange } from './former-ids';
import { intakeFacts } from './intake-facts';
import { IntakeRefusal } from './intake-refusal';
import { matchMention, unlinkMention } from './match-mention';
import type { RecordedFact } from './recorded-facts';
import type { Roster } from './roster';

const [ADA, WREN, MOTHER] = [0, 1, 2];
const PEOPLE = [ADA, WREN, MOTHER];
const RECORDS = [newId(), newId()];

type Deed =
  | { readonly does: 'link'; readonly whom: number; readonly to: number }
  | { readonly does: 'unlink'; readonly whom: number }
  | { readonly does: 'record'; readonly whom: number; readonly proven: boolean; readonly objects: boolean };

const whom = fc.constantFrom(...PEOPLE);
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  // Also to the person that another of the roster was before it was matched, whom another enquiry may know.
  fc.record({ does: fc.constant('link' as const), whom, to: fc.nat({ max: 4 }) }),
  fc.record({ does: fc.constant('unlink' as const), whom }),
  fc.record({
    ...{ does: fc.constant('record' as const), whom: fc.constantFrom(ADA, WREN) },
    ...{ proven: fc.boolean(), objects: fc.boolean() },
  }),
);
const anyDeeds = fc.array(anyDeed, { minLength: 1, maxLength: 10 });

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 22, 0, hour));
const START = aRoster(aChild(), aChild({ forenames: 'Rook' }), aMother());

interface Recorded extends RecordedFact {
  readonly of: number;
}

/** What the use cases do, one an hour, and the lines of the trail that they leave. */
function played(deeds: readonly Deed[]) {
  let roster: Roster = START;
  const links: LinkChange[] = [];
  const recorded: Recorded[] = [];
  const idOf = (who: number): string => roster.mentions[who]!.personId;
  const happens = (deed: Deed, hour: number): void => {
    const { mentionId, personId } = roster.mentions[deed.whom]!;
    const line = { mentionId, doneAt: at(hour) };
    if (deed.does === 'unlink') {
      roster = unlinkMention(roster, mentionId);
      links.push({ ...line, action: 'unlinked', personId });
    } else if (deed.does === 'link') {
      const to = RECORDS[deed.to] ?? START.mentions[deed.to - RECORDS.length]!.provisionalPersonId;
      const search = { searchId: newId(), enquiryId: roster.enquiryId, mentionId };
      const candidates = [{ personId: to, band: 'likely' as const }];
      const said = { searchId: search.searchId, candidateId: to, verdict: 'same' as const };
      roster = matchMention(roster, mentionId, said, { ...search, candidates });
      links.push({ ...line, action: 'same', personId: to });
    } else
      recorded.push({
        ...{ of: deed.whom, personId, parentId: idOf(MOTHER), saidBy: 'register', statedBy: 'a', statedAt: at(hour) },
        ...{ parentalResponsibilityProven: deed.proven, objects: deed.objects },
      });
  };
  for (const [n, deed] of deeds.entries())
    try {
      happens(deed, n + 1);
    } catch (error) {
      if (!(error instanceof IntakeRefusal)) throw error;
    }
  return { roster, links, recorded };
}

function factsOf({ roster, links, recorded }: ReturnType<typeof played>) {
  const sources = { callBackOpen: false, urgent: false, referrerKind: 'professional' as const, persons: new Map() };
  return intakeFacts({ ...sources, roster, links, statements: recorded }, at(59));
}

const RUNS = { numRuns: 3000, seed: 20_261_130 };
const forAnyDeeds = (holds: (story: ReturnType<typeof played>) => void): void =>
  fc.assert(
    fc.property(anyDeeds, (deeds) => holds(played(deeds))),
    RUNS,
  );

/** Whoever of a roster is linked to whom, rightly or wrongly, and however often that is put right (docs/domain/consent.md, "Whose word counts"). */
describe('People of one roster', () => {
  test('stand each under an id of their own, the last of the trail', () => {
    forAnyDeeds(({ roster, links }) => {
      const ids = roster.mentions.map(({ personId }) => personId);
      expect(new Set(ids).size).toBe(ids.length);
      for (const stood of idsOfSeveral(roster, links).values())
        for (const { mention, id, until } of stood) if (until === undefined) expect(mention.personId).toBe(id);
    });
  });

  test('never have a parent proven who was proven of another, nor lose one who was proven of them under their own id last', () => {
    forAnyDeeds((story) => {
      const { people } = factsOf(story);
      for (const child of [ADA, WREN]) {
        const own = story.recorded.filter(({ of }) => of === child);
        if (!own.some((one) => one.parentalResponsibilityProven))
          expect(people[child]?.provenParents ?? []).toEqual([]);
      }
      if (story.links.length > 0) return;
      for (const child of [ADA, WREN]) {
        const last = story.recorded.findLast(({ of }) => of === child);
        const proven = last?.parentalResponsibilityProven === true ? [last.parentId] : [];
        expect(people[child]?.provenParents ?? []).toEqual(proven);
      }
    });
  });

  test('never lose an objection that was recorded of them last', () => {
    forAnyDeeds((story) => {
      const { people } = factsOf(story);
      for (const child of [ADA, WREN])
        if (story.recorded.findLast(({ of }) => of === child)?.objects === true)
          expect(people[child]?.objects).toBe(true);
    });
  });

  test('lose no doubt of a responsibility: whoever is not proven last is not proven, or doubted', () => {
    forAnyDeeds((story) => {
      const { people } = factsOf(story);
      const motherId = people[MOTHER]?.personId ?? '';
      for (const child of [ADA, WREN]) {
        const last = story.recorded.findLast(({ of }) => of === child);
        if (last?.parentalResponsibilityProven !== false) continue;
        const { disprovedParents = [], doubtedParents = [] } = people[child]!;
        expect([...disprovedParents, ...doubtedParents]).toContain(motherId);
      }
    });
  });
});
