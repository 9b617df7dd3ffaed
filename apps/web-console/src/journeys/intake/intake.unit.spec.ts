import { MentionedPerson, type ContactSummary } from '@mash/contracts';
import { Posted } from '../../forms/posted';
import { readCall } from './call.form';
import { callView } from './call.presenter';
import { intakeView } from './intake-list.presenter';
import { ringBackView } from './ring-back.presenter';

const now = new Date('2026-11-23T13:00:00Z');
const read = (fields: Record<string, unknown>) => readCall(new Posted(fields), now);
const said = { kind: 'family', narrative: 'The baby cries all night', 'child1-forenames': 'Rosa', urgent: 'no' };
const id = '01980000-0000-7000-8000-00000000d001';

describe('Taking a call', () => {
  test('keeps who called apart from what they said', () => {
    const { call } = read({ ...said, 'caller-name': 'Gran Ada', 'caller-telephone': '01632 960 777' });
    expect(call).toMatchObject({ kind: 'family', source: '1A', reply: 'telephone', caller: { name: 'Gran Ada' } });
    expect(JSON.stringify([call?.content, call?.people])).not.toMatch(/Ada|960 777/);
  });

  test('needs the caller’s kind, the words, a child and the urgency where it is not urgent', () => {
    expect(read({}).errors.map(({ field }) => field)).toEqual(['kind', 'narrative', 'child1-forenames', 'urgent']);
  });

  test.each([{ urgent: 'yes' }, { action: 'send-now' }])('needs nothing where it is urgent: %p', (fields) => {
    const { call, errors } = read(fields);
    expect(errors).toEqual([]);
    expect(call).toMatchObject({ urgent: true, kind: 'anonymous', source: '9', people: [] });
  });

  test('seals nothing of who will not say who they are, and rings nobody', () => {
    const { call } = read({ ...said, kind: 'anonymous', 'caller-knowsFamilyHow': 'Next door' });
    expect(call).toMatchObject({ caller: undefined, reply: 'none', content: { anonymousKnowsFamilyHow: 'Next door' } });
  });

  test('drops nothing that was written down: a number of somebody who will not say has to be settled first', () => {
    const { errors } = read({ ...said, kind: 'anonymous', 'caller-telephone': '01632 960 777' });
    expect(errors.map(({ field }) => field)).toEqual(['caller-telephone']);
    const { call } = read({ kind: 'anonymous', urgent: 'yes', 'caller-telephone': '01632 960 777' });
    expect(call).toMatchObject({ kind: 'public', reply: 'telephone', caller: { telephone: '01632 960 777' } });
  });

  test('says of each child that consent is not known, and of each blank that it is', () => {
    const { call } = read({ ...said, 'adult1-relationship': 'uncle' });
    expect(call?.consents).toHaveLength(3);
    expect(call?.people[0]?.notKnown).toEqual(['surname', 'birthDate']);
    expect(call?.people.every((person) => MentionedPerson.safeParse(person).success)).toBe(true);
  });

  test('says what part each child and adult plays, and asks which child the worry is about where none of them is', () => {
    const two = { ...said, 'child2-forenames': 'Ivo', 'adult1-relationship': 'uncle' };
    const parts = (fields: Record<string, string>) =>
      read({ ...two, ...fields }).call?.people.map(({ relation }) => relation);
    expect(parts({})).toEqual(['concern', 'concern', 'involved']);
    expect(parts({ 'child2-relation': 'ap', 'adult1-relation': 'third' })).toEqual(['concern', 'ap', 'third']);
    expect(parts({ 'child2-relation': 'owner' })).toEqual(['concern', 'concern', 'involved']);
    const wrong = read({ ...two, 'child1-relation': 'third', 'child2-relation': 'household' });
    expect(wrong.errors.map(({ field }) => field)).toEqual(['child1-relation']);
    expect(read({ ...two, 'child1-relation': 'third', urgent: 'yes' }).errors).toEqual([]);
  });

  test('takes down that an address must be kept secret, also of somebody of whom nothing else is known', () => {
    const { call } = read({ ...said, 'child1-protectedPlaces': 'address', 'adult1-protectedPlaces': ['address'] });
    expect(call?.people).toMatchObject([
      { forenames: 'Rosa', addressProtected: true },
      { kind: 'adult', addressProtected: true },
    ]);
    expect(call?.people.every((person) => MentionedPerson.safeParse(person).success)).toBe(true);
    expect(read({ ...said, 'child1-protectedPlaces': 'yes' }).call?.people[0]).not.toHaveProperty('addressProtected');
    const view = callView(id, new Posted({ 'adult2-protectedPlaces': 'address' }), []);
    const checked = view.people.map(({ fields }) => JSON.stringify(fields.at(-1)?.args).includes('"checked":true'));
    expect(checked).toEqual([false, false, false, false, true]);
  });

  test('starts the clocks when the call came in', () => {
    expect(read({ ...said, minutesAgo: '90' }).call?.receivedAt).toBe('2026-11-23T11:30:00.000Z');
    expect(read({ ...said, minutesAgo: '-5' }).errors).toMatchObject([{ field: 'minutesAgo' }]);
  });

  test('shows again what was typed', () => {
    const view = callView(id, new Posted({ narrative: 'Words' }), []);
    expect(view.concern[0]?.args).toMatchObject({ value: 'Words' });
  });
});

describe('Ringing back', () => {
  const task = { taskId: id, contactId: id, enquiryId: id, reference: 'C-7K2Q4X9', raisedAt: '2026-11-23T12:30:00Z' };
  const receipt = { ...task, kind: 'receipt' } as const;

  test('shows whom to ring and when that is safe', () => {
    const content = { kind: 'public', name: 'Ada', telephone: '01632 960 777', safeToRing: 'Mornings' } as const;
    const view = ringBackView(receipt, { kind: 'shown', redacted: false, content }, now);
    expect(view.rows.map(({ value }) => value)).toEqual(['Ada', '01632 960 777', 'Mornings']);
  });

  test('says so where nobody can be rung, and where it may not be opened', () => {
    expect(ringBackView(receipt, undefined, now).missing).toContain('nobody can be rung');
    expect(ringBackView(receipt, { kind: 'unreachable' }, now).missing).toContain('does not answer');
  });
});

describe('The intake list', () => {
  const contact = (changes: Partial<ContactSummary>): ContactSummary => ({
    contactId: id,
    enquiryId: id,
    reference: 'C-7K2Q4X9',
    enquiryReference: 'E-7K2Q4X9',
    receivedAt: '2026-11-23T12:00:00Z',
    recordedAt: '2026-11-23T12:00:00Z',
    source: '1A',
    referrerKind: 'family',
    urgent: false,
    acknowledged: [],
    ...changes,
  });

  test('puts the urgent first, then the longest waiting', () => {
    const view = intakeView(
      [
        contact({ reference: 'later' }),
        contact({ reference: 'first', receivedAt: '2026-11-23T08:00:00Z' }),
        contact({ reference: 'urgent', urgent: true }),
      ],
      [],
      now,
    );
    expect(view.heading).toBe('3 concerns have come in, 1 urgent');
    expect(view.contacts.map(({ reference }) => reference)).toEqual(['urgent', 'first', 'later']);
  });

  test('lists whom to ring back until it is done', () => {
    const task = {
      taskId: id,
      contactId: id,
      enquiryId: id,
      reference: 'C-7K2Q4X9',
      kind: 'outcome',
      raisedAt: '2026-11-23T12:30:00Z',
    } as const;
    expect(intakeView([], [task, { ...task, doneAt: '2026-11-23T12:40:00Z' }], now).tasks).toHaveLength(1);
  });
});
