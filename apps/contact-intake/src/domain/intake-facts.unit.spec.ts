import { newId, type MentionedPerson } from '@mash/contracts';
import { aChild, aMother, anUnbornBaby } from '../../testing/a-contact';
import { aRoster } from '../../testing/a-roster';
import { intakeFacts } from './intake-facts';
import { personFrom } from './person';
import type { RecordedFact } from './recorded-facts';
import type { LinkChange } from './former-ids';
import type { Roster } from './roster';

const now = new Date('2026-11-23T09:00:00Z');
const anyTyping = { nhsNumber: () => true, upn: () => true };

/** A statement as it is kept; later ones come after earlier ones. */
const stated = (change: Partial<RecordedFact>): RecordedFact => ({
  ...{ personId: newId(), saidBy: 'professional', statedBy: 'a-worker', statedAt: new Date('2026-11-01T09:00:00Z') },
  ...change,
});

function factsOf(roster: Roster, statements: RecordedFact[] = [], issues: string[] = [], links: LinkChange[] = []) {
  const persons = roster.mentions.map(({ said, personId }) =>
    personFrom(said, { personId, partnershipId: newId() }, anyTyping),
  );
  const sources = { callBackOpen: false, urgent: false, referrerKind: 'professional' as const, roster, statements };
  return intakeFacts(
    { ...sources, issues, links, persons: new Map(persons.map((person) => [person.personId, person])) },
    now,
  );
}

describe('The facts that the sharing decision asks for', () => {
  test('hold no name, no birth date and no address', () => {
    const text = JSON.stringify(
      factsOf(aRoster(aChild({ address: { lines: '9 Marsh Lane' }, nhsNumber: '9434765919' }))),
    );
    expect(text).not.toMatch(/Wren|Quillfeather|2019|Marsh|9434765919/);
  });

  test('say nothing in favour of sharing that nobody stated', () => {
    expect(factsOf(aRoster(aChild())).people[0]).toMatchObject({
      kind: 'u13',
      identity: 'possible',
      parentalResponsibilityProven: false,
      competence: 'not_assessed',
      objects: false,
      dispute: 'none',
      protected: [],
    });
  });

  test('carry what the concern names, and the sign that it is of a child under 13', () => {
    const facts = factsOf(aRoster(aChild(), aMother()), [], ['neglect', 'sexual-harm']);
    expect(facts.issues).toEqual(['neglect', 'sexual-harm']);
    expect(facts.people.map(({ sign }) => sign)).toEqual(['u13_sexual', undefined]);
    expect(factsOf(aRoster(aChild()), [], ['neglect']).people[0]).not.toHaveProperty('sign');
  });

  test('presume competence from 16', () => {
    const roster = aRoster(aChild({ birthDate: { year: 2010, month: 1, day: 1 } }), aMother());
    expect(factsOf(roster).people.map(({ competence }) => competence)).toEqual(['yes', 'yes']);
  });

  test('carry the newest statement of each fact', () => {
    const roster = aRoster(aChild());
    const { personId } = roster.mentions[0]!;
    const facts = factsOf(roster, [
      stated({ personId, competence: 'yes', objects: true }),
      stated({ personId, saidBy: 'child', objects: false, dispute: 'open', statedBy: 'another-worker' }),
      stated({ saidBy: 'parent', parentalResponsibilityProven: true }),
    ]);
    expect(facts.people[0]).toMatchObject({
      competence: 'yes',
      objects: false,
      dispute: 'open',
      parentalResponsibilityProven: false,
      stated: [
        { fact: 'competence', by: 'a-worker', at: '2026-11-01T09:00:00.000Z', recordedAt: '2026-11-01T09:00:00.000Z' },
        { fact: 'objects', by: 'another-worker', at: '2026-11-01T09:00:00.000Z' },
        { fact: 'dispute', by: 'another-worker', at: '2026-11-01T09:00:00.000Z' },
      ],
    });
  });

  test('keep what was recorded of a mention once somebody was found to be that person, and say who they were before', () => {
    const roster = aRoster(aChild(), aMother());
    const [child, mother] = roster.mentions;
    const [found, step] = [newId(), newId()];
    const matched = {
      ...roster,
      mentions: [
        { ...child!, personId: found },
        { ...mother!, personId: step, side: 'linked_ap' as const },
      ],
      referrerSide: 'none' as const,
    };
    const proven = { parentalResponsibilityProven: true, parentId: mother!.provisionalPersonId };
    const facts = factsOf(matched, [
      stated({ personId: child!.provisionalPersonId, objects: true }),
      stated({ personId: child!.provisionalPersonId, ...proven, statedAt: new Date('2026-11-02T09:00:00Z') }),
    ]);
    expect(facts.people[0]?.stated?.at(-1)).toMatchObject({
      ...{ fact: 'parental_responsibility', recordedAt: '2026-11-02T09:00:00.000Z' },
    });
    expect(facts.people[0]).toMatchObject({
      ...{ personId: found, objects: true, formerIds: [child!.provisionalPersonId] },
      ...{ provenParents: [step], parentalResponsibilityProven: false },
    });
    expect(facts.people[1]).toMatchObject({ side: 'linked_ap' });
    expect(facts.referrerSide).toBe('none');
  });

  test('take back what turned out not to be proven, of that parent alone', () => {
    const roster = aRoster(aChild());
    const { personId } = roster.mentions[0]!;
    const [mother, father] = [newId(), newId()];
    const says = (parentId: string, parentalResponsibilityProven: boolean) =>
      stated({ personId, parentId, parentalResponsibilityProven });
    const facts = factsOf(roster, [says(mother, true), says(father, true), says(father, false)]);
    expect(facts.people[0]).toMatchObject({ provenParents: [mother], disprovedParents: [father] });
    expect(facts.people[0]?.someParentDisproved).toBe(true);
  });

  test('know a parent who was matched in between for the one of whom it was recorded', () => {
    const roster = aRoster(aChild(), aMother());
    const [child, mother] = roster.mentions;
    const found = newId();
    const matched = { ...roster, mentions: [child!, { ...mother!, personId: found }] };
    const says = (parentId: string, parentalResponsibilityProven: boolean) =>
      stated({ personId: child!.personId, parentId, parentalResponsibilityProven });
    const facts = factsOf(matched, [says(mother!.provisionalPersonId, true), says(found, false)]);
    expect(facts.people[0]).toMatchObject({ disprovedParents: [found] });
    expect(facts.people[0]).not.toHaveProperty('provenParents');
  });

  test("read the roster's no as one, unless an order or certificate of this child was seen", () => {
    const roster = aRoster(aChild(), aMother({ parentalResponsibility: 'no' }));
    const [child, partner] = roster.mentions.map(({ personId }) => personId);
    const proven = { personId: child!, parentId: partner!, parentalResponsibilityProven: true };
    expect(factsOf(roster).people[0]).toMatchObject({ disprovedParents: [partner] });
    expect(factsOf(roster).people[0]).not.toHaveProperty('someParentDisproved');
    expect(factsOf(roster, [stated(proven)]).people[0]).toMatchObject({ provenParents: [partner] });
    expect(factsOf(roster, [stated(proven)]).people[0]).not.toHaveProperty('disprovedParents');
  });

  test('say when a finding was judged, not when it was written down', () => {
    const roster = aRoster(aChild());
    const { personId } = roster.mentions[0]!;
    const judgedAt = new Date('2026-03-01T12:00:00Z');
    const facts = factsOf(roster, [stated({ personId, competence: 'yes', judgedAt })]);
    expect(facts.people[0]?.stated).toEqual([
      {
        ...{ fact: 'competence', by: 'a-worker', at: judgedAt.toISOString() },
        recordedAt: '2026-11-01T09:00:00.000Z',
      },
    ]);
  });

  test('go by the later day on which an objection was said or competence judged, whatever was written down last', () => {
    const roster = aRoster(aChild());
    const { personId } = roster.mentions[0]!;
    const judged = (day: string, change: Partial<RecordedFact>) =>
      stated({ personId, judgedAt: new Date(`${day}T12:00:00Z`), ...change });
    const last = (...statements: RecordedFact[]) => factsOf(roster, statements).people[0];
    const objected = judged('2026-10-20', { objects: true, competence: 'yes' });
    expect(last(objected, judged('2026-08-01', { objects: false, competence: 'no' }))).toMatchObject({
      ...{ objects: true, competence: 'yes' },
      stated: [
        { fact: 'competence', at: '2026-10-20T12:00:00.000Z' },
        { fact: 'objects', at: '2026-10-20T12:00:00.000Z' },
      ],
    });
    expect(last(objected, judged('2026-10-21', { objects: false }))?.objects).toBe(false);
    const sameDay = stated({ personId, judgedAt: new Date('2026-10-20T08:00:00Z'), objects: false });
    expect(last(objected, sameDay)?.objects).toBe(false);
  });

  test('take nobody for competent on the word of a parent or of the child', () => {
    const roster = aRoster(aChild());
    const { personId } = roster.mentions[0]!;
    const said = (saidBy: RecordedFact['saidBy']) =>
      factsOf(roster, [stated({ personId, saidBy, competence: 'yes' })]).people[0]?.competence;

    expect([said('parent'), said('child'), said('court_order')]).toEqual(['not_assessed', 'not_assessed', 'yes']);
  });

  test('protect the address of everybody who lives with somebody in hiding', () => {
    const roster = aRoster(aChild(), aMother({ addressProtected: true }), aMother({ relation: 'ap' }));
    expect(factsOf(roster).people.map((person) => person.protected)).toEqual([['address'], ['address'], []]);
    const school = aRoster(aChild({ schoolProtected: true, surgeryProtected: true }));
    expect(factsOf(school).people[0]?.protected).toEqual(['school', 'surgery']);
  });

  test('tell of a born child in the same worry, also of one whose age is not known', () => {
    expect(factsOf(aRoster(anUnbornBaby(), aMother())).siblingBorn).toBe(false);
    expect(factsOf(aRoster(anUnbornBaby(), aChild({ relation: 'household' }))).siblingBorn).toBe(true);
    expect(factsOf(aRoster(anUnbornBaby(), aChild({ birthDate: undefined }))).siblingBorn).toBe(true);
    expect(factsOf(aRoster(anUnbornBaby(), aChild({ relation: 'third' }))).siblingBorn).toBe(false);
  });

  test('take no child of ten or more for the sibling of an unborn one whose mother she may be', () => {
    const teenager = { birthDate: { year: 2011, month: 3, day: 7 } };
    const siblingBeside = (changes: Partial<MentionedPerson>) => factsOf(aRoster(anUnbornBaby(), aChild(changes)));
    const girl = siblingBeside({ ...teenager, sex: 'F' });
    expect(girl.siblingBorn).toBe(false);
    expect(girl.people.map(({ mayBeMother = false }) => mayBeMother)).toEqual([false, true]);
    expect(siblingBeside(teenager).siblingBorn).toBe(false);
    expect(siblingBeside({ ...teenager, sex: 'M' }).siblingBorn).toBe(true);
    const both = factsOf(aRoster(anUnbornBaby(), aChild({ ...teenager, sex: 'F' }), aChild()));
    expect(both.siblingBorn).toBe(true);
    expect(factsOf(aRoster(aChild({ ...teenager, sex: 'F' }))).people[0]).not.toHaveProperty('mayBeMother');
  });

  test('tell that somebody is alleged to have done harm', () => {
    expect(factsOf(aRoster(aChild(), aMother({ relation: 'ap' }))).allegedPerpetratorKnown).toBe(true);
    expect(factsOf(aRoster()).allegedPerpetratorKnown).toBe(false);
  });
});

describe('A person of the index', () => {
  const said = aChild({ nhsNumber: '943 476 5910', upn: 'a950000178301', address: { postcode: 'zz1 1zz' } });

  test('keeps an identifier whose check digit fails, and marks it', () => {
    const person = personFrom(
      said,
      { personId: newId(), partnershipId: newId() },
      { nhsNumber: () => false, upn: () => true },
    );
    expect(person).toMatchObject({
      nhsNumber: '9434765910',
      nhsNumberTyped: 'incorrectly',
      upn: 'A950000178301',
      upnTyped: 'correctly',
    });
  });
});

describe('Somebody who was linked to the record of another of the roster', () => {
  const record = newId();
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour));
  const roster = aRoster(aChild(), aChild(), aMother());
  const [ada, wren, mother] = roster.mentions;
  const linked = (whom = ada!, hour = 9, to = record): LinkChange => ({
    ...{ mentionId: whom.mentionId, action: 'same', personId: to, doneAt: at(hour) },
  });
  const unlinked = (whom = ada!, hour = 12): LinkChange => ({ ...linked(whom, hour), action: 'unlinked' });
  const withIds = (...ids: string[]): Roster => ({
    ...roster,
    mentions: roster.mentions.map((one, n) => ({ ...one, personId: ids[n] ?? one.personId })),
  });
  const right = withIds(ada!.personId, record);

  test('stood under its id until that was put right: what was written down then may have been meant of either', () => {
    const { idsOfSeveral, people } = factsOf(right, [], [], [linked(), unlinked(), linked(wren, 14)]);
    expect(idsOfSeveral).toEqual([
      {
        id: record,
        stood: [
          { personId: ada!.personId, from: at(9).toISOString(), until: at(12).toISOString(), certain: false },
          { personId: record, from: at(14).toISOString(), certain: true },
        ],
      },
    ]);
    expect(people.map(({ formerIds }) => formerIds)).toEqual([undefined, [wren!.personId], undefined]);
  });

  test('is said of nobody while only one of the roster has stood under an id, however often', () => {
    const again = [linked(), unlinked(), linked(ada, 14)];
    expect(factsOf(withIds(record), [], [], again)).not.toHaveProperty('idsOfSeveral');
    expect(factsOf(roster, [], [], [...again, unlinked(ada, 15)])).not.toHaveProperty('idsOfSeveral');
  });

  describe('and of what was put on record under it meanwhile', () => {
    const links = [linked(), unlinked(), linked(wren, 14)];
    const parentId = mother!.personId;
    const under = (change: Partial<RecordedFact>, hour = 10) =>
      stated({ personId: record, statedAt: at(hour), ...change });
    const readOf = (...statements: RecordedFact[]) => factsOf(right, statements, [], links).people.slice(0, 2);

    test('nothing that opens is read of either: a responsibility that is proven, a competence, no objection, no dispute', () => {
      const opens: Partial<RecordedFact>[] = [
        ...[{ parentalResponsibilityProven: true, parentId }, { parentalResponsibilityProven: true }],
        ...[
          { competence: 'yes' as const },
          { competence: 'no' as const },
          { objects: false },
          { dispute: 'none' as const },
        ],
      ];
      const none = readOf();
      expect(readOf(...opens.map((one) => under(one)))).toEqual(none);
    });

    test('what closes is read of both, until it is said otherwise of one', () => {
      const closes = [
        { objects: true },
        { dispute: 'open' as const },
        { parentalResponsibilityProven: false, parentId },
      ].map((one) => under(one));
      const closed = { objects: true, dispute: 'open', doubtedParents: [parentId], someParentDisproved: true };
      expect(readOf(...closes)).toMatchObject([closed, closed]);
      const [of, other] = readOf(...closes, under({ objects: false }, 15));
      expect([of, other]).toMatchObject([{ objects: true }, { objects: false, dispute: 'open' }]);
      const settled = readOf(...closes, under({ parentalResponsibilityProven: true, parentId }, 15));
      expect(settled).toMatchObject([closed, { provenParents: [parentId] }]);
      expect(settled[1]).not.toHaveProperty('doubtedParents');
    });

    test('what was recorded of each under their own id, or since, is theirs alone', () => {
      const own = stated({ personId: ada!.provisionalPersonId, objects: true, statedAt: at(8) });
      const since = under({ parentalResponsibilityProven: true, parentId }, 15);
      const [first, second] = readOf(own, since);
      expect([first?.objects, second?.objects]).toEqual([true, false]);
      expect([first?.provenParents, second?.provenParents]).toEqual([undefined, [parentId]]);
    });

    test("the same of a parent: whose responsibility was proven is nobody's, and that it is not is each's", () => {
      const parents = withIds(ada!.personId, wren!.personId, record);
      const trail = [linked(wren, 9), unlinked(wren, 12), linked(mother, 14)];
      const says = (parentalResponsibilityProven: boolean) =>
        stated({ personId: ada!.personId, parentId: record, parentalResponsibilityProven, statedAt: at(10) });
      const read = (one: RecordedFact) => factsOf(parents, [one], [], trail).people[0];
      expect(read(says(true))).not.toHaveProperty('provenParents');
      expect(read(says(false))).toMatchObject({ doubtedParents: [wren!.personId, record] });
    });
  });
});
