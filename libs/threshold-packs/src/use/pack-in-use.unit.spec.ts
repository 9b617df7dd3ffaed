import {
  clockOf,
  clockOfColour,
  loadCurrentPack,
  loadPack,
  mayRate,
  packClockWords,
  packVersions,
  renderLetter,
} from '../index';

const thurrock = loadCurrentPack('thurrock');
const medway = loadCurrentPack('medway');

describe('Clocks of a pack', () => {
  test('differ by colour and by partnership', () => {
    expect(clockOfColour(thurrock, 'agency-return', 'red')).toMatchObject({
      duration: { hours: 2 },
      runsOutOfHours: true,
    });
    expect(clockOfColour(medway, 'agency-return', 'red')).toMatchObject({ duration: { hours: 1 }, basis: 'elapsed' });
    expect(clockOfColour(medway, 'agency-return', 'blue')).toBeUndefined();
    expect(() => clockOfColour(thurrock, 'decide', 'blue')).toThrow('not in the scheme');
  });

  test('read in words and say when they are assumed', () => {
    expect(packClockWords(clockOfColour(thurrock, 'agency-return', 'amber')!)).toBe('6 working hours');
    expect(packClockWords(clockOfColour(thurrock, 'review', 'red')!)).toBe('15 minutes (assumed)');
    expect(packClockWords(clockOf(thurrock, 'acknowledge'))).toBe('1 working day');
    expect(packClockWords(clockOfColour(thurrock, 'agency-return', 'red')!)).toBe('2 hours');
  });

  test('keep what the sources give: acknowledged in 24 hours and told in 48 in southend', () => {
    const southend = loadCurrentPack('southend');
    expect(clockOf(southend, 'acknowledge')).toMatchObject({
      duration: { hours: 24 },
      starts: 'contact-received',
      source: 'S4',
    });
    expect(clockOf(southend, 'feedback')).toMatchObject({
      duration: { hours: 48 },
      starts: 'contact-received',
      source: 'S6',
    });
  });
});

describe('Who rates', () => {
  test.each([
    ['a manager', ['mash-manager'], [], true],
    ['an analyst with the clearance', ['mash-analyst'], ['social-worker'], true],
    ['an analyst without it', ['mash-analyst'], [], false],
    ['a liaison officer with it', ['police-liaison'], ['social-worker'], false],
    ['nobody in particular', [], [], false],
  ] as const)('%s', (_who, roles, clearances, allowed) => {
    expect(mayRate(thurrock, roles, clearances)).toBe(allowed);
  });
});

describe('A letter', () => {
  test('is filled from the values and the pack', () => {
    const letter = renderLetter(thurrock, 'receipt_only', { reference: 'C-7K2Q4', receivedOn: '23 November 2026' });
    expect(letter.subject).toBe('Your concern, reference C-7K2Q4');
    expect(letter.paragraphs.join(' ')).toContain(thurrock.contactPoint.hubTelephone);
    expect(letter.paragraphs.join(' ')).not.toContain('{');
  });

  test('with a hole in it is not made', () => {
    expect(() => renderLetter(thurrock, 'full', { reference: 'C-7K2Q4' })).toThrow('needs {');
  });

  test('puts a value in as it is, braces and all', () => {
    const letter = renderLetter(thurrock, 'limited', {
      reference: 'C-1',
      receivedOn: '1 May 2026',
      decidedOn: '2 May 2026',
      outcome: 'See {yourPart}',
    });
    expect(letter.paragraphs).toContain('See {yourPart}');
  });
});

describe('Loading a pack', () => {
  test.each([
    ['../../secrets', '2026.1'],
    ['thurrock', '../medway/2026.1'],
    ['thurrock', '1999.1'],
    ['nowhere', '2026.1'],
  ])('finds nothing for %s %s', (id, version) => {
    expect(() => loadPack(id, version)).toThrow('There is no pack');
  });

  test('gives the same pack again, and the newest as current', () => {
    expect(loadPack('thurrock', '2026.1')).toBe(loadPack('thurrock', '2026.1'));
    expect(thurrock.version).toBe(packVersions('thurrock').at(-1));
  });
});
