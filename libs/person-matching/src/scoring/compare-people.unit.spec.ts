import { blockingKeys, comparePeople, type ComparablePerson } from '../index';

const tia: ComparablePerson = {
  kind: 'child',
  forenames: 'Tia',
  surname: 'Marsh',
  birthDate: { year: 2015, month: 3, day: 7 },
  sex: 'F',
  address: { lines: '4 Mill Street', postcode: 'RM17 6SL' },
};
const compare = (change: ComparablePerson) => comparePeople(tia, { ...tia, ...change });
const wordsOf = (change: ComparablePerson, field: string) =>
  compare(change).reasons.find((reason) => reason.field === field)?.words;

describe('Two descriptions of one child', () => {
  test('are a likely match when they agree', () => {
    expect(compare({})).toMatchObject({ band: 'likely' });
    expect(compare({}).caution).toBeUndefined();
  });

  test('stay likely when the family has moved, or the surname is spelt another way', () => {
    expect(compare({ address: { lines: '90 High Road', postcode: 'SS1 1AA' } }).band).toBe('likely');
    expect(compare({ surname: 'Marche' }).band).toBe('likely');
  });

  test('stay likely with the birth date typed the American way', () => {
    expect(compare({ birthDate: { year: 2015, month: 7, day: 3 } }).band).toBe('likely');
  });

  test('are only possible when little but the name is known', () => {
    expect(comparePeople({ forenames: 'Tia', surname: 'Marsh' }, tia).band).toBe('possible');
  });

  test('are only possible without a forename: it could be any child of the family', () => {
    expect(compare({ forenames: undefined })).toMatchObject({
      band: 'possible',
      caution: 'No forename to tell brothers and sisters apart',
    });
    expect(
      comparePeople({ ...tia, forenames: '', nhsNumber: '9434765919' }, { ...tia, nhsNumber: '9434765919' }).band,
    ).toBe('likely');
  });

  test('are only possible when their NHS numbers differ', () => {
    const both = comparePeople({ ...tia, nhsNumber: '9434765919' }, { ...tia, nhsNumber: '6541003238' });
    expect(both).toMatchObject({ band: 'possible', caution: 'Two different NHS numbers' });
  });
});

describe('Children of one family', () => {
  test('twins are not a match, whatever else they share', () => {
    expect(compare({ forenames: 'Maya' })).toMatchObject({ band: 'unlikely', caution: 'Could be a twin' });
    expect(compare({ forenames: 'Maya' }).score).toBeGreaterThan(10);
  });

  test('twins with much the same forename are not a match either', () => {
    expect(compare({ forenames: 'Mia' }).band).toBe('unlikely');
  });

  test('a brother at the same address is not a match', () => {
    const brother = compare({ forenames: 'Kian', sex: 'M', birthDate: { year: 2012, month: 6, day: 20 } });
    expect(brother).toMatchObject({ band: 'unlikely', caution: 'Could be a brother, sister or namesake' });
  });

  test('a cousin of the same name and another birth date is never likely', () => {
    expect(compare({ birthDate: { year: 2011, month: 9, day: 22 } }).band).not.toBe('likely');
  });

  test('an unborn child and the sister born last year are not a match', () => {
    const unborn: ComparablePerson = {
      kind: 'unborn',
      surname: 'Marsh',
      expectedDate: '2027-03-01',
      address: tia.address,
    };
    expect(comparePeople(unborn, tia).band).not.toBe('likely');
  });

  test('an unborn child and the baby then born can be found', () => {
    const unborn: ComparablePerson = {
      kind: 'unborn',
      surname: 'Marsh',
      expectedDate: '2026-11-12',
      address: tia.address,
    };
    const baby: ComparablePerson = { ...tia, birthDate: { year: 2026, month: 11, day: 2 } };
    expect(comparePeople(unborn, baby).band).toBe('possible');
  });
});

describe('Identifiers', () => {
  test('a shared NHS number with another forename asks for a close look', () => {
    const record = { ...tia, forenames: 'Maya', nhsNumber: '9434765919' };
    expect(comparePeople({ ...tia, nhsNumber: '943 476 5919' }, record)).toMatchObject({
      band: 'possible',
      caution: 'Same NHS number but another forename: look closely',
    });
  });

  test('a mistyped number neither proves nor disproves', () => {
    const words = (a: string, b: string) =>
      comparePeople({ ...tia, nhsNumber: a }, { ...tia, nhsNumber: b }).reasons.find(
        ({ field }) => field === 'nhsNumber',
      );
    expect(words('9434765918', '6541003238')).toMatchObject({ agreement: 'missing' });
    expect(words('9434765918', '9434765919')).toMatchObject({ agreement: 'similar' });
    expect(words('9434765918', '9434765918')).toMatchObject({
      agreement: 'similar',
      words: 'Same NHS number, but mistyped',
    });
  });

  test('a temporary pupil number that was replaced does not count against a match', () => {
    const scored = comparePeople({ ...tia, upn: 'B80120000500B' }, { ...tia, upn: 'A950000178301' });
    expect(scored.score).toBe(compare({}).score);
    expect(scored.band).toBe('likely');
  });

  test('UN4 and its kind are not numbers that two children share', () => {
    expect(comparePeople({ ...tia, upn: 'UN4' }, { ...tia, upn: 'UN4' }).score).toBe(compare({}).score);
  });
});

describe('Reasons', () => {
  test('show differences first, then what is the same or similar, then what is missing', () => {
    const { reasons } = compare({ sex: 'M', surname: 'Marche', birthDate: { year: 2015, month: 3, day: 7 } });
    expect(reasons.map(({ field, agreement }) => `${field} ${agreement}`)).toEqual([
      'sex different',
      'forenames same',
      'birthDate same',
      'postcode same',
      'address same',
      'surname similar',
      'nhsNumber missing',
      'upn missing',
    ]);
  });

  test('hold no name, date or number of either side', () => {
    const { reasons } = compare({ surname: 'Marche', forenames: 'Tiana', birthDate: { year: 2014, month: 3, day: 7 } });
    const words = reasons.map((reason) => reason.words).join(' ');
    expect(words).not.toMatch(/tia|mars?ch|2014|2015|mill|RM17/i);
  });

  test('say in words how an address compares', () => {
    expect(wordsOf({ address: { lines: '4 Mill St.', postcode: 'RM17 6SN' } }, 'address')).toBe('Same address');
    expect(wordsOf({ address: { lines: '4 Mill St.', postcode: 'RM17 6SN' } }, 'postcode')).toBe(
      'Postcodes close to each other',
    );
    expect(wordsOf({ address: { lines: '14 Mill Street' } }, 'address')).toBe('Different addresses');
  });
});

describe('Blocking keys', () => {
  const share = (a: ComparablePerson, b: ComparablePerson) =>
    blockingKeys(a).some((key) => blockingKeys(b).includes(key));

  test.each<[string, ComparablePerson]>([
    ['another spelling of both names', { forenames: 'Tiya', surname: 'Marche', address: undefined }],
    ['swapped boxes', { forenames: 'Marsh', surname: 'Tia', address: undefined }],
    [
      'day and month swapped and nothing else',
      { forenames: 'X', surname: 'Y', birthDate: { year: 2015, month: 7, day: 3 } },
    ],
    [
      'the year wrong by one and no forename',
      { forenames: undefined, birthDate: { year: 2016, month: 3, day: 7 }, address: undefined },
    ],
    ['a married name and the same postcode', { surname: 'Ferreira', birthDate: undefined }],
  ])('meet over %s', (_what, change) => {
    expect(share(tia, { ...tia, ...change })).toBe(true);
  });

  test('meet over spellings, pet forms and identifiers', () => {
    const named = (forenames: string): ComparablePerson => ({ forenames, surname: 'Marsh' });
    expect(share(named('Muhammad'), named('Mo'))).toBe(true);
    expect(share(named('Kate'), named('Catherine'))).toBe(true);
    expect(share({ nhsNumber: '943 476 5919' }, { nhsNumber: '9434765919' })).toBe(true);
  });

  test('do not meet over 1 January, a mistyped number or nothing at all', () => {
    const newYear = { birthDate: { year: 1990, month: 1, day: 1 } };
    expect(share(newYear, newYear)).toBe(false);
    expect(share({ nhsNumber: '9434765918' }, { nhsNumber: '9434765918' })).toBe(false);
    expect(blockingKeys({})).toEqual([]);
  });
});
