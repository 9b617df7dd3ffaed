import { content } from '../scenarios/tale.scenarios';
import { CODED_FACTS } from './fact-catalogue';
import type { InputError } from './parse-sharing-question';
import { parseSharingQuestion } from './parse-sharing-question';

const wellFormed = content().question;
const least = { mode: 'ask', audience: 'agency', width: 'named', agreement: 'none', now: '2026-10-01T09:00:00Z' };

const errorsOf = (input: unknown): readonly InputError[] => {
  const parsed = parseSharingQuestion(input);
  return parsed.ok ? [] : parsed.errors;
};
const read = (input: unknown): unknown => {
  const parsed = parseSharingQuestion(input);
  return parsed.ok ? parsed.question : parsed.errors;
};

describe('A sharing question from outside', () => {
  test('is taken as it is when every fact is a code of its set', () => {
    expect(read(wellFormed)).toEqual(wellFormed);
  });

  test.each(CODED_FACTS)(
    'is refused with the name of the fact, and not its value, when %s is no code of its set',
    (fact) => {
      const [error] = errorsOf({ ...wellFormed, [fact]: 'Wren Fletcher' });

      expect(error?.fact).toBe(fact);
      expect(JSON.stringify(error)).not.toContain('Wren');
    },
  );

  test('is refused when a list holds anything but its codes, or is missing where there is an item', () => {
    expect(errorsOf({ ...wellFormed, flags: ['hub_only', 'secret'] })).toMatchObject([{ fact: 'flags' }]);
    expect(errorsOf({ ...wellFormed, conditions: 'ROLES' })).toMatchObject([{ fact: 'conditions' }]);
    expect(errorsOf({ ...wellFormed, protectedPlaces: undefined })).toMatchObject([{ fact: 'protectedPlaces' }]);
  });

  test('is refused without the facts that are always had', () => {
    const missing = {
      ...wellFormed,
      mode: undefined,
      audience: undefined,
      width: undefined,
      agreement: undefined,
      redaction: undefined,
    };

    expect(errorsOf(missing).map(({ fact }) => fact)).toEqual(['mode', 'audience', 'width', 'redaction', 'agreement']);
    expect(errorsOf('nothing')).toMatchObject([{ fact: 'question' }]);
    expect(errorsOf({ ...wellFormed, colour: 'red' })).toMatchObject([{ fact: 'question' }]);
  });

  test('reads each missing fact as the rule book says', () => {
    expect(read(least)).toMatchObject({
      fromKind: 'outside',
      toDuty: 'unbound',
      toReveals: 'special',
      side: 'linked_ap',
      access: 'none',
      urgent: 'yes',
      text: 'differs',
      dataClass: 'special',
      confidential: 'yes',
      need: 'unclear',
      identity: 'possible',
      threshold: 'unknown',
      purpose: 'unknown',
      subjectKind: 'unknown',
      consent: 'unknown',
      objects: 'unknown',
      handling: 'none',
      bar: 'none',
      thirds: 'none',
      flags: [],
    });
  });

  test('reads an item whose facts are missing as one that must be guarded', () => {
    const { thirds, handling, relevance, bar, release, detriment, ...rest } = wellFormed;

    expect([thirds, handling, relevance, bar, release, detriment]).toHaveLength(6);
    expect(read(rest)).toMatchObject({
      thirds: 'special',
      handling: 'unmapped',
      relevance: 'old',
      bar: 'unknown',
      release: 'unknown',
      detriment: 'unknown',
    });
  });

  test('takes nobody to be on the side of an alleged perpetrator only where none is alleged', () => {
    expect(read({ ...least, apAlleged: 'no' })).toMatchObject({ side: 'none' });
  });

  test('takes an instant with its offset and no other time', () => {
    expect(read({ ...least, now: '2026-09-30T00:00:00+01:00' })).toMatchObject({
      now: Date.parse('2026-09-29T23:00:00Z'),
    });
    expect(errorsOf({ ...least, now: '2026-09-30T00:00:00' })).toMatchObject([{ fact: 'now' }]);
    expect(errorsOf({ ...least, now: 'soon' })).toMatchObject([{ fact: 'now' }]);
  });

  test('is refused when immediate protection is for anyone but the police or social care', () => {
    expect(errorsOf({ mode: 'protect', audience: 'agency', now: 0 })).toMatchObject([{ fact: 'audience' }]);
    expect(errorsOf({ mode: 'protect', audience: 'police', now: 0 })).toEqual([]);
  });

  test.each([
    ['no ground', { grounds: [], strikes: ['CONSENT_REFUSED'] }],
    ['a ground of its own', { grounds: ['OV_HASTE'], strikes: ['CONSENT_REFUSED'] }],
    ['silence alone', { grounds: ['OV_SILENT'], strikes: ['NOT_RELEASED'] }],
    ['harm below section 47', { grounds: ['OV_HARM'], strikes: ['CONSENT_REFUSED'] }],
    ['welfare against a holder', { grounds: ['OV_WELFARE'], strikes: ['HOLDER_REFUSED'] }],
    ['a named bar', { grounds: ['OV_LIFE'], strikes: ['BAR_ADOPTION'] }],
    ['a detriment', { grounds: ['OV_LIFE'], strikes: ['DETRIMENT_RECORDED'] }],
    ['nothing', { grounds: ['OV_LIFE'], strikes: [] }],
  ])('is refused when an override gives %s', (_what, override) => {
    expect(errorsOf({ ...wellFormed, override })).toMatchObject([{ fact: 'override' }]);
  });

  test('is refused when welfare is claimed between bodies that are not both bound', () => {
    const override = { grounds: ['OV_WELFARE'], strikes: ['CONSENT_REFUSED'] };

    expect(errorsOf({ ...wellFormed, override })).toEqual([]);
    expect(errorsOf({ ...wellFormed, toDuty: 'unbound', override })).toMatchObject([{ fact: 'override' }]);
  });

  test('is refused when a yes names a rule or a releaser that does not exist', () => {
    expect(errorsOf({ ...wellFormed, yeses: [{ rule: 'R-HOLD-99', by: 'H' }] })).toMatchObject([{ fact: 'yeses' }]);
    expect(errorsOf({ ...wellFormed, yeses: [{ rule: 'R-HOLD-05', by: 'me' }] })).toMatchObject([{ fact: 'yeses' }]);
  });
});
