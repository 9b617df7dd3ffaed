import { Posted } from '../../../forms/posted';
import { withoutPerson } from '../draft/contact-draft';
import { adult, child, DAWN, draftOf, KIAN } from '../testing/draft-of';
import { consentStep } from './consent.step';

const now = new Date('2026-11-23T09:00:00Z');
const family = draftOf({ people: [child(), adult({ forenames: 'Dawn', relationship: 'mother' })] });
const unknown = Object.fromEntries(['service', 'data_protection'].map((kind) => [`answer-${kind}-${KIAN}`, 'unknown']));
const sharing = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([part, value]) => [`${part}-sharing-${KIAN}`, value]));
const read = (fields: Record<string, string>, draft = family) =>
  consentStep.read(new Posted({ ...unknown, ...fields }), draft, now);
const given = { answer: 'asked', said: 'given', who: DAWN, how: 'telephone', told: 'That the school is asked' };
const sharingOf = ({ draft }: ReturnType<typeof read>) =>
  draft.consents.find(({ mentionId, kind }) => mentionId === KIAN && kind === 'sharing');
const wrong = (fields: Record<string, string>) => read(sharing(fields)).errors.map(({ field }) => field);

describe('What they have agreed to', () => {
  test('is three answers for each child; an adult may be left out', () => {
    const { draft, errors } = read(sharing({ answer: 'unknown' }));
    expect(errors).toEqual([]);
    expect(
      draft.consents.filter(({ mentionId }) => mentionId === KIAN).map(({ kind, state }) => [kind, state]),
    ).toEqual([
      ['service', 'unknown'],
      ['sharing', 'unknown'],
      ['data_protection', 'unknown'],
    ]);
  });

  test('is kept with who answered, how, on which day and what they were told, each kind by itself', () => {
    const day = {
      [`on-sharing-${KIAN}-day`]: '20',
      [`on-sharing-${KIAN}-month`]: '11',
      [`on-sharing-${KIAN}-year`]: '2026',
    };
    const { draft, errors } = read({ ...sharing(given), ...day });
    expect(errors).toEqual([]);
    expect(draft.consents.find(({ mentionId, kind }) => mentionId === KIAN && kind === 'sharing')).toMatchObject({
      ...{ state: 'given', givenByMentionId: DAWN, how: 'telephone', saidOn: '2026-11-20' },
      ...{ told: 'That the school is asked', statementId: expect.any(String) as string },
    });
    expect(draft.consents.find(({ mentionId, kind }) => mentionId === KIAN && kind === 'service')).toEqual({
      ...{ mentionId: KIAN, kind: 'service', state: 'unknown' },
    });
  });

  test('is of today where no day was typed, and of no later day', () => {
    expect(sharingOf(read(sharing(given)))?.saidOn).toBe('2026-11-23');
    const tomorrow = {
      [`on-sharing-${KIAN}-day`]: '24',
      [`on-sharing-${KIAN}-month`]: '11',
      [`on-sharing-${KIAN}-year`]: '2026',
    };
    expect(read({ ...sharing(given), ...tomorrow }).errors.map(({ field }) => field)).toEqual([
      `on-sharing-${KIAN}-day`,
    ]);
  });

  test.each(['given', 'refused', 'withdrawn'])('has somebody who said it where it was %s', (said) => {
    expect(wrong({ ...given, said, who: '' })).toEqual([`who-sharing-${KIAN}`]);
    expect(wrong({ ...given, said, who: 'nobody-of-this-concern' })).toEqual([`who-sharing-${KIAN}`]);
    expect(wrong({ ...given, said, who: 'other' })).toEqual([]);
  });

  test.each([
    [{ said: '' }, 'said'],
    [{ how: '' }, 'how'],
    [{ told: '' }, 'told'],
    [{ told: 'x'.repeat(2001) }, 'told'],
  ])('says what is missing of an answer: %p', (change, part) => {
    expect(wrong({ ...given, ...change })).toEqual([`${part}-sharing-${KIAN}`]);
  });

  test('asks of a refusal who and how, and not what they were told', () => {
    expect(wrong({ ...given, said: 'refused', told: '' })).toEqual([]);
  });

  test('keeps the ground where nobody asked, and nothing of an answer that was typed before', () => {
    const { draft, errors } = read(sharing({ ...given, answer: 'not_asked', ground: 'NS_HARM' }));
    expect(errors).toEqual([]);
    expect(draft.consents.find(({ mentionId, kind }) => mentionId === KIAN && kind === 'sharing')).toEqual({
      ...{ mentionId: KIAN, kind: 'sharing', state: 'not_sought', ground: 'NS_HARM' },
    });
    expect(wrong({ answer: 'not_asked', ground: 'NS_MADE_UP' })).toEqual([`ground-sharing-${KIAN}`]);
  });

  test('is not known, once for all that is left of a child; what was begun is finished all the same', () => {
    const rest = { restNotKnown: 'yes' };
    const nothing = consentStep.read(new Posted(rest), family, now);
    expect(nothing.errors).toEqual([]);
    expect(nothing.draft.consents.map(({ mentionId, state }) => [mentionId, state])).toEqual([
      ...Array.from({ length: 3 }, () => [KIAN, 'unknown']),
      ...Array.from({ length: 3 }, () => [DAWN, undefined]),
    ]);
    expect(wrong({ ...rest, ...given, who: '' })).toEqual([`who-sharing-${KIAN}`]);
  });

  test('names the person and the question where something is missing: no two lines of the summary are alike', () => {
    const { errors } = consentStep.read(new Posted({}), draftOf({ people: [child({ forenames: 'Kian' })] }), now);
    expect(errors.map(({ text }) => text)).toEqual([
      'Kian, accept help: choose an answer, or Not known',
      'Kian, information being shared: choose an answer, or Not known',
      'Kian, data protection consent: choose an answer, or Not known',
    ]);
    const each = read(sharing({ answer: 'asked' })).errors.map(({ text }) => text);
    expect(new Set(each).size).toBe(each.length);
  });

  test.each(['', 'given', 'not_sought:NS_HARM', 'yes'])('takes "%s" for no answer', (answer) => {
    expect(wrong({ answer })).toEqual([`answer-sharing-${KIAN}`]);
  });

  test('keeps its statement when it is answered again: what was told is sealed for that one', () => {
    const first = read(sharing(given));
    const again = read(sharing({ ...given, how: 'written' }), first.draft);
    expect(sharingOf(first)?.statementId).toBeDefined();
    expect(sharingOf(again)).toMatchObject({ how: 'written', statementId: sharingOf(first)?.statementId });
  });

  test('forgets who answered where that person is taken out again', () => {
    const { draft } = read(sharing(given));
    const consents = withoutPerson(draft, DAWN).consents;
    expect(consents.find(({ kind }) => kind === 'sharing')).toMatchObject({ state: 'given' });
    expect(JSON.stringify(consents)).not.toContain(DAWN);
  });

  test('offers the people of the concern by name, and somebody who is not among them', () => {
    const view = consentStep.view(family, { person: {} as never, now, errors: [] });
    const page = JSON.stringify(view.groups?.[0]?.fields);
    for (const words of [
      'Dawn, mother',
      'themselves',
      'A parent not listed here',
      'Somebody else who is not listed here',
    ])
      expect(page).toContain(words);
  });
});
