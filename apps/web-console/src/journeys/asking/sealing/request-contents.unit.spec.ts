import { Roster } from '@mash/contracts';
import { requestContent, type RequestGiven } from './request-contents';

const child = '0198cccc-0000-7000-8000-000000000004';
const mention = '0198cccc-0000-7000-8000-000000000044';
const person = {
  mentionId: mention,
  personId: child,
  displayName: 'Kian Marlowe',
  birthDate: { year: 2018, month: 5, day: 3 },
  kind: 'child',
  ageBand: '5-10',
  sex: 'M',
  relation: 'concern',
  matched: 'matched',
  address: { lines: '4 Tanner Row', postcode: 'RV1 4TT' },
  addressProtected: false,
  nhsNumber: '9434765919',
  upn: 'A123456789012',
  school: 'Meadow Lane Primary School',
  gp: 'Mill Street Surgery',
  contactsIn6Months: 0,
  contactsIn12Months: 1,
} as const;
const given = (changes: { protected?: boolean; kind?: string; personId?: string } = {}): RequestGiven => ({
  agency: {
    agencyId: 'a',
    name: 'A',
    kind: changes.kind ?? 'police',
    bound: true,
    revealsCategory: false,
    answersFor: [],
  },
  personId: changes.personId ?? child,
  lines: [
    {
      agencyId: 'a',
      agencyName: 'A',
      personId: child,
      category: 'police-incidents',
      existenceOnly: false,
      why: 'The pack asks this of every Red',
      need: { need: 'yes' },
      suggested: true,
      widened: false,
    },
  ],
  purpose: 'S47',
  purposeText: 'Why we ask.',
  roster: Roster.parse({
    enquiryId: child,
    version: 1,
    confirmed: true,
    people: [{ ...person, addressProtected: changes.protected ?? false }],
  }),
  mentioned: [{ mentionId: mention, kind: 'child', relation: 'concern', aliases: ['KJ'] }],
});

describe('What an agency reads of a person', () => {
  test('is enough to search by: names, birth date, address, and the questions', () => {
    const content = requestContent(given());
    expect(content?.person).toMatchObject({
      names: ['Kian Marlowe'],
      aliases: ['KJ'],
      addresses: ['4 Tanner Row, RV1 4TT'],
    });
    expect(content?.questions).toEqual([
      { category: 'police-incidents', label: 'Incidents and call-outs', existenceOnly: false },
    ]);
  });

  test('has the NHS number for health bodies only, and the pupil number for education only', () => {
    expect(requestContent(given())?.person).not.toHaveProperty('nhsNumber');
    expect(requestContent(given())?.person).not.toHaveProperty('upn');
    expect(requestContent(given({ kind: 'health' }))?.person).toMatchObject({ nhsNumber: '9434765919' });
    expect(requestContent(given({ kind: 'health' }))?.person).not.toHaveProperty('upn');
    expect(requestContent(given({ kind: 'education' }))?.person).toMatchObject({ upn: 'A123456789012' });
  });

  test('never holds a protected address, nor school or surgery, which would tell where a child is', () => {
    const text = JSON.stringify(requestContent(given({ protected: true })));
    expect(text).not.toContain('Tanner');
    expect(text).not.toContain('RV1');
    expect(text).not.toMatch(/Meadow|Mill Street/);
  });

  const alleged = '0198cccc-0000-7000-8000-000000000005';
  const relationshipOf = (about: object, addressProtected: boolean) => {
    const its = given({ protected: addressProtected, personId: alleged });
    const him = { ...person, personId: alleged, kind: 'adult', relationship: 'Her ex, of 12 Mill Pond Lane', ...about };
    const roster = Roster.parse({ ...its.roster, people: [...its.roster.people, him] });
    return requestContent({ ...its, roster })?.person.relationship;
  };

  test.each([{ relation: 'ap' }, { relation: 'involved', side: 'linked_ap' }])(
    'about somebody on the side of an alleged perpetrator (%j) says nothing of the others while an address is protected',
    (about) => {
      expect(relationshipOf(about, true)).toBeUndefined();
      expect(relationshipOf(about, false)).toBe('Her ex, of 12 Mill Pond Lane');
    },
  );

  test('about anybody else says what they are to the child', () => {
    expect(relationshipOf({ relation: 'household' }, true)).toBe('Her ex, of 12 Mill Pond Lane');
  });

  test('is nothing at all of somebody who is not on the roster', () => {
    expect(requestContent(given({ personId: mention }))).toBeUndefined();
  });
});
