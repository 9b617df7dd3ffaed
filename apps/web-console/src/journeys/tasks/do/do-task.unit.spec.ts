import type { ObligationView } from '@mash/contracts';
import { Posted } from '../../../forms/posted';
import { readTaskDone } from './do-task.form';
import { doTaskView } from './do-task.presenter';

const now = new Date('2026-11-24T10:00:00.000Z');
const task = (changes: Partial<ObligationView> = {}): ObligationView => ({
  ...{ obligationId: '0198cccc-0000-7000-8000-000000000001', enquiryId: '0198cccc-0000-7000-8000-000000000002' },
  ...{ enquiryReference: 'E-7K2Q4X9', code: 'INFORM_PARENT', part: 1, owner: 'analyst', state: 'open', late: false },
  ...{ words: 'Tell the parent, or record a ground for not telling', dueAt: '2026-11-26T10:00:00.000Z' },
  ...{ personId: '0198cccc-0000-7000-8000-000000000003', mayComplete: true, mayGiveGround: true, ...changes },
});
const view = (changes: Partial<ObligationView> = {}, name?: string) =>
  doTaskView({ task: task(changes), name }, undefined, [], now);
const names = ({ fields }: ReturnType<typeof view>) => fields.map(({ args }) => (args as { name: string }).name);

describe('The page of a task', () => {
  test('says whom it is about, by name or as one of them, and nobody where it is about nobody', () => {
    expect(view({}, 'Kian Marlowe').caption).toBe('E-7K2Q4X9. About Kian Marlowe. The hub');
    expect(view().caption).toBe('E-7K2Q4X9. About a person on this enquiry. The hub');
    const { personId: _nobody, ...ofNobody } = task();
    expect(doTaskView({ task: ofNobody, name: undefined }, undefined, [], now).caption).toBe('E-7K2Q4X9. The hub');
  });

  test('says that it was done before, and is asked for again', () => {
    expect(view({ earlierDoneAt: '2026-11-24T09:00:00.000Z' }).notes.join(' ')).toMatch(
      /This was done .*asks for it again/,
    );
    expect(view().notes).toEqual([]);
  });

  test('warns of what must be kept from the family, leads to the concern, and asks whether it was kept', () => {
    const warned = view({ cautions: ['keep_from_family'] });
    expect(warned.warnings).toMatchObject([{ link: { href: '/enquiries/E-7K2Q4X9/contact' } }]);
    expect(names(warned)).toEqual(['outcome', 'ground', 'keptFromFamily', 'note']);
    expect(names(view())).toEqual(['outcome', 'ground', 'note']);
  });

  test('leads a manager who confirms a match to where it is said whether it is this person', () => {
    const ofHub = view({ code: 'CONFIRM_NOW', mayGiveGround: false });
    expect(ofHub.warnings).toMatchObject([{ link: { href: '/enquiries/E-7K2Q4X9/recalls' } }]);
    expect(view({ code: 'CONFIRM_NOW', agencyId: 'riverside-police', mayGiveGround: false }).warnings).toEqual([]);
  });

  test('warns of a decision that it is not safe, and of a child who objects, and offers no telling while it is on hold', () => {
    const held = view({ state: 'waiting', cautions: ['not_safe_to_tell', 'child_objects', 'keep_from_family'] });
    expect(held.warnings.map(({ text }) => text).join(' ')).toMatch(
      /not safe to tell.*13 or over, or may be, and objected/,
    );
    expect(names(held)).toEqual(['outcome', 'ground', 'note']);
  });
});

describe('What was done', () => {
  const read = (fields: Record<string, string>, keeps = true) =>
    readTaskDone(new Posted({ note: 'I rang her mother.', ...fields }), { mayGiveGround: true, keeps });

  test('is no telling until somebody says that what must be kept was kept', () => {
    expect(read({ outcome: 'done' }).errors.map(({ field }) => field)).toEqual(['keptFromFamily']);
    expect(read({ outcome: 'done', keptFromFamily: 'yes' }).done).toMatchObject({
      outcome: 'done',
      keptFromFamily: true,
    });
    expect(read({ outcome: 'done' }, false).done).not.toHaveProperty('keptFromFamily');
  });

  test('needs no such word where they are not told', () => {
    expect(read({ outcome: 'ground', ground: 'NS_HARM' })).toMatchObject({ done: { ground: 'NS_HARM' }, errors: [] });
  });
});
