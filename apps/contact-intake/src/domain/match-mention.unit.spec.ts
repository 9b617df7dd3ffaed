import { newId } from '@mash/contracts';
import { aChild } from '../../testing/a-contact';
import { aRoster } from '../../testing/a-roster';
import { IntakeRefusal } from './intake-refusal';
import { createPerson, matchMention, mentionOn, unlinkMention } from './match-mention';
import type { PersonSearch, SearchCandidate, Verdict } from './person-search';
import type { Roster } from './roster';

const known = newId();

function searchFor(roster: Roster, ...candidates: SearchCandidate[]): PersonSearch {
  return { searchId: newId(), enquiryId: roster.enquiryId, mentionId: roster.mentions[0]!.mentionId, candidates };
}
const say = (roster: Roster, search: PersonSearch | undefined, verdict: Verdict, candidateId = known) =>
  matchMention(
    roster,
    roster.mentions[0]!.mentionId,
    { searchId: search?.searchId ?? newId(), candidateId, verdict },
    search,
  );
const create = (roster: Roster, search: PersonSearch | undefined) =>
  createPerson(roster, roster.mentions[0]!.mentionId, search);

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof IntakeRefusal) return error.code;
    throw error;
  }
};

describe('Matching a mention', () => {
  test('"same" makes it stand for the person of the index, in a new version', () => {
    const roster = aRoster();
    const after = say(roster, searchFor(roster, { personId: known, band: 'likely' }), 'same');
    expect(after.version).toBe(2);
    expect(after.mentions[0]).toMatchObject({ personId: known, matched: 'matched' });
    expect(after.mentions[1]).toBe(roster.mentions[1]);
  });

  test('"cannot tell" marks it and leaves it to its own person', () => {
    const roster = aRoster();
    const after = say(roster, searchFor(roster, { personId: known, band: 'possible' }), 'cannot_tell');
    expect(after.mentions[0]).toMatchObject({ personId: roster.mentions[0]!.personId, matched: 'cannot_tell' });
  });

  test('"different" changes nothing on the roster', () => {
    const roster = aRoster();
    expect(say(roster, searchFor(roster, { personId: known, band: 'likely' }), 'different')).toBe(roster);
  });

  test('needs a search that was made for this mention and found this person', () => {
    const roster = aRoster();
    const found = searchFor(roster, { personId: known, band: 'likely' });
    expect(codeOf(() => say(roster, undefined, 'same'))).toBe('INTAKE.SEARCH_FIRST');
    expect(codeOf(() => say(roster, { ...found, mentionId: newId() }, 'same'))).toBe('INTAKE.SEARCH_FIRST');
    expect(codeOf(() => say(roster, { ...found, enquiryId: newId() }, 'same'))).toBe('INTAKE.SEARCH_FIRST');
    expect(codeOf(() => say(roster, found, 'same', newId()))).toBe('INTAKE.NOT_A_CANDIDATE');
  });

  test('is refused twice over, until it is un-linked', () => {
    const roster = aRoster();
    const search = searchFor(roster, { personId: known, band: 'likely' });
    const matched = say(roster, search, 'same');
    expect(codeOf(() => say(matched, search, 'same'))).toBe('INTAKE.ALREADY_MATCHED');
    const back = unlinkMention(matched, roster.mentions[0]!.mentionId);
    expect(back.mentions[0]).toMatchObject({ personId: roster.mentions[0]!.personId, matched: 'not_looked' });
    expect(say(back, search, 'same').version).toBe(4);
  });

  test('gives to no mention the person that another was before it was matched: it would stand for them again once that is taken back', () => {
    const roster = aRoster(aChild(), aChild({ forenames: 'Rook' }));
    const [first, second] = roster.mentions;
    const matched = say(roster, searchFor(roster, { personId: known, band: 'likely' }), 'same');
    const found = searchFor(matched, { personId: first!.provisionalPersonId, band: 'likely' });
    const search = { ...found, mentionId: second!.mentionId };
    const asked = { searchId: search.searchId, candidateId: first!.provisionalPersonId, verdict: 'same' } as const;
    expect(codeOf(() => matchMention(matched, second!.mentionId, asked, search))).toBe(
      'INTAKE.PERSON_ALREADY_ON_ROSTER',
    );
    const earlier = [
      matched.mentions[0]!,
      { ...second!, personId: first!.provisionalPersonId, matched: 'matched' as const },
    ];
    const unlink = () => unlinkMention({ ...matched, mentions: earlier }, first!.mentionId);
    expect(codeOf(unlink)).toBe('INTAKE.PERSON_ALREADY_ON_ROSTER');
  });

  test('gives one person to one mention of a roster', () => {
    const roster = aRoster(aChild(), aChild({ forenames: 'Rook' }));
    const matched = say(roster, searchFor(roster, { personId: known, band: 'likely' }), 'same');
    const second = roster.mentions[1]!.mentionId;
    const search = { ...searchFor(roster, { personId: known, band: 'likely' }), mentionId: second };
    const asked = { searchId: search.searchId, candidateId: known, verdict: 'same' as const };
    expect(codeOf(() => matchMention(matched, second, asked, search))).toBe('INTAKE.PERSON_ALREADY_ON_ROSTER');
  });
});

describe('Creating a person', () => {
  test('needs a search first', () => {
    expect(codeOf(() => create(aRoster(), undefined))).toBe('INTAKE.SEARCH_FIRST');
  });

  test.each(['likely', 'possible'] as const)('waits until each %s candidate is ruled out', (band) => {
    const roster = aRoster();
    expect(codeOf(() => create(roster, searchFor(roster, { personId: known, band })))).toBe('INTAKE.SEARCH_FIRST');
    const doubted = searchFor(roster, { personId: known, band, verdict: 'cannot_tell' });
    expect(codeOf(() => create(roster, doubted))).toBe('INTAKE.SEARCH_FIRST');
    const after = create(roster, searchFor(roster, { personId: known, band, verdict: 'different' }));
    expect(mentionOn(after, roster.mentions[0]!.mentionId)).toMatchObject({
      matched: 'new',
      personId: roster.mentions[0]!.personId,
    });
  });

  test('does not wait for unlikely candidates', () => {
    const roster = aRoster();
    expect(create(roster, searchFor(roster, { personId: known, band: 'unlikely' })).version).toBe(2);
  });
});

describe('Un-linking', () => {
  test('is refused where nobody said who it is, and reads as not found where it is not on the roster', () => {
    const roster = aRoster();
    expect(codeOf(() => unlinkMention(roster, roster.mentions[0]!.mentionId))).toBe('INTAKE.NOT_MATCHED');
    expect(codeOf(() => unlinkMention(roster, newId()))).toBe('MENTION.NOT_FOUND');
  });
});
