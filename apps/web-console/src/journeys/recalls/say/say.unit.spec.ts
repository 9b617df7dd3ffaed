import type { RecallAbout } from '@mash/contracts';
import { CLOSED_WORDS } from '../shared/recall-words';
import { sayFields, type Sayer } from './say.form';
import { saidView } from './said.presenter';

const fieldsOf = (kind: RecallAbout['kind']) => {
  const sayer: Sayer = { kind, choosesRecipient: false, ownAgencyId: 'x', bodies: [], people: [], wasAsked: false };
  return JSON.stringify(sayFields(sayer, undefined, []));
};

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
    expect(CLOSED_WORDS.identity_confirmed).toBe('Closed: it is about this person after all');
  });
});
