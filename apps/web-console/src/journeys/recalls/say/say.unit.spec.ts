import type { RecallAbout } from '@mash/contracts';
import { Posted } from '../../../forms/posted';
import { closedWords } from '../shared/recall-words';
import { readSaid, sayFields, type Sayer } from './say.form';
import { saidView } from './said.presenter';

const fieldsOf = (kind: RecallAbout['kind']) => {
  const sayer: Sayer = { kind, choosesRecipient: false, ownAgencyId: 'x', bodies: [], people: [], wasAsked: false };
  return JSON.stringify(sayFields(sayer, undefined, []));
};

describe('Where it went', () => {
  const sayer = (kind: RecallAbout['kind'], choosesRecipient = true): Sayer => ({
    ...{ kind, choosesRecipient, ownAgencyId: 'own', people: [], wasAsked: false },
    bodies: [{ value: 'health', text: 'Riverside NHS Trust' }],
  });
  const read = (its: Sayer, fields: object) =>
    readSaid(
      new Posted({ says: 'wrong_recipient', recipient: 'health', outside: 'yes', reason: 'I know.', ...fields }),
      its,
    ).said;

  test('on paper is said of an item, an answer or a product, by whoever chooses where it went, and of nothing else', () => {
    for (const kind of ['item', 'answer', 'product'] as const) {
      expect(JSON.stringify(sayFields(sayer(kind), undefined, []))).toContain('outside this platform');
      expect(read(sayer(kind), {})).toMatchObject({ recipientAgencyId: 'health', outsidePlatform: true });
      expect(read(sayer(kind), { outside: '' })).not.toHaveProperty('outsidePlatform');
      expect(read(sayer(kind), { says: 'wrong_person' })).not.toHaveProperty('outsidePlatform');
    }
    for (const its of [sayer('request'), sayer('notice'), sayer('person'), sayer('item', false)]) {
      expect(JSON.stringify(sayFields(its, undefined, []))).not.toContain('outside this platform');
      expect(read(its, {})).not.toHaveProperty('outsidePlatform');
    }
  });
});

describe('Of a person whom the hub matched', () => {
  test('whoever is not of the hub says no more than that it may be another', () => {
    const sayer: Sayer = {
      ...{ kind: 'person', choosesRecipient: false, ownAgencyId: 'own', bodies: [], people: [], wasAsked: false },
      mayOnlyDoubt: true,
    };
    const [says] = sayFields(sayer, undefined, []);
    expect(JSON.stringify(says)).toContain('It may be about the wrong person');
    const said = (value: string) =>
      readSaid(new Posted({ says: value, reason: 'He is her cousin.' }), sayer).said?.says;
    expect(['doubted', 'wrong_person', 'wrong_recipient'].map(said)).toEqual(['doubted', undefined, undefined]);
  });
});

describe('That it did not go to the wrong place after all', () => {
  const sayer = (mayTakeBack: boolean): Sayer => ({
    ...{ kind: 'item', choosesRecipient: true, ownAgencyId: 'own', people: [], wasAsked: false, mayTakeBack },
    bodies: [{ value: 'health', text: 'Riverside NHS Trust' }],
  });
  const read = (its: Sayer, fields: object = {}) =>
    readSaid(new Posted({ says: 'right_recipient', recipient: 'health', reason: 'I know.', ...fields }), its);

  test('is said of a recipient, by whose it is', () => {
    expect(read(sayer(true)).said).toMatchObject({ says: 'right_recipient', recipientAgencyId: 'health' });
    expect(read(sayer(true), { recipient: '' }).errors).toMatchObject([{ field: 'recipient' }]);
    expect(read(sayer(false)).errors).toMatchObject([{ field: 'says' }]);
  });

  test('leads to what follows', () => {
    const view = saidView({ says: 'right_recipient', from: '/queue' }, 'request');
    expect(view.heading).toBe('It may be read there again');
    expect(view.lines.join(' ')).toMatch(/breach record stays.*not asked again/);
  });
});

describe('Who is asked whom something is about', () => {
  test('of an item or an answer the agency that holds it', () => {
    for (const kind of ['item', 'answer'] as const) {
      expect(fieldsOf(kind)).toContain('until its agency has confirmed whom it is about');
      expect(saidView({ says: 'doubted' }, kind).lines).toEqual(['Its agency is asked to confirm whom it is about.']);
    }
  });

  test('of a match a manager of the hub, whose it is', () => {
    expect(fieldsOf('person')).toContain('until a manager of the hub has confirmed who it is');
    expect(fieldsOf('person')).not.toContain('its agency');
    expect(saidView({ says: 'doubted' }, 'person').lines).toEqual([
      'A manager of the hub is asked to confirm who it is: it stands among the tasks of this enquiry.',
    ]);
  });

  test('what was asked and taken back is not asked again because it was right after all', () => {
    expect(saidView({ says: 'confirmed' }, 'item').lines).toEqual(['It may be read again.']);
    expect(saidView({ says: 'confirmed' }, 'person').lines).toEqual([
      'It may be read again.',
      'Questions that were taken back are not asked again by themselves.',
    ]);
    expect(saidView({ says: 'confirmed' }, 'request').lines).toEqual([
      'Questions that were taken back are not asked again by themselves.',
    ]);
  });

  test('a recall that closes so is not said to be closed by one of them alone', () => {
    expect(closedWords('identity_confirmed', 'wrong_person')).toBe('Closed: it is about this person after all');
  });
});
