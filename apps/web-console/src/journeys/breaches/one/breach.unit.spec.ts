import { DEMO_AGENCIES, newId, type BreachRecord, type Recall } from '@mash/contracts';
import { closedWords } from '../../recalls/shared/recall-words';
import { Posted } from '../../../forms/posted';
import { readStated } from './breach.form';
import { breachView } from './breach.presenter';

const now = new Date('2026-11-24T10:00:00.000Z');
const [at, earlier] = [now.toISOString(), '2026-11-23T10:00:00.000Z'];
const NAMES: Readonly<Record<string, string>> = { 'a-sergeant': 'Callum Reyes (police liaison)' };
const reader = {
  ...{ accountId: 'an-officer', mayState: true, named: (id: string) => NAMES[id], now, statementId: newId() },
};
const told = { noticeId: newId(), shownAt: earlier, toldAt: earlier, dueAt: at, late: false };
const recall: Recall = {
  ...{ recallId: newId(), enquiryId: newId(), about: { kind: 'item', id: newId() }, says: 'wrong_person' },
  ...{ openedAt: earlier, openedBy: 'an-analyst', notNamed: { notices: 0, unconfirmed: 0 } },
  notices: [
    { ...told, recipientAgencyId: DEMO_AGENCIES.police, recipientId: 'a-sergeant' },
    { ...told, recipientAgencyId: DEMO_AGENCIES.school, destroyedAt: at, destroyedHow: 'deleted' },
  ],
};
const record = (changes: Partial<Recall> = {}): BreachRecord => ({
  ...{ breachId: newId(), enquiryId: recall.enquiryId, enquiryReference: 'E-2345678', kind: 'wrong_person', people: 1 },
  ...{ awareBy: 'an-analyst', awareAt: earlier, dueAt: at, ico: 'undecided', tellPeople: 'undecided' },
  ...{ isClockRunning: true, late: false, toldLate: false, statements: [], recall: { ...recall, ...changes } },
});
const recallRow = (view: ReturnType<typeof breachView>) => view.rows.find(({ key }) => key === 'Recall')?.value;

describe('The record of a breach', () => {
  test('tells who saw it, told when, destroyed when and how', () => {
    const view = breachView(record(), reader);
    expect(recallRow(view)).toBe('1 recall is open: 1 to confirm');
    expect(view.caution).toBeUndefined();
    expect(view.recall.notices).toEqual([
      {
        ...{
          who: 'Riverside Police, Callum Reyes (police liaison)',
          shown: '10:00 yesterday',
          told: '10:00 yesterday',
        },
        ...{ state: 'Not yet: due 10:00 today', isLate: false },
      },
      expect.objectContaining({ state: 'Deleted wherever it was kept, 10:00 today' }),
    ]);
  });

  test('says before all else that it was about this person after all: nobody need be told of a breach that was none', () => {
    const view = breachView(record({ closedAt: at, closedHow: 'identity_confirmed' }), reader);
    expect(view.caution).toBe(
      'It was said since, 10:00 today, that it is about this person after all. Look again at whether anybody has to be told before you tell the Commissioner or the people.',
    );
    expect(recallRow(view)).toBe(`${closedWords('identity_confirmed', 'wrong_person')}, 10:00 today`);
  });

  test('says so of what did not go to the wrong place after all', () => {
    const right = { says: 'wrong_recipient', closedAt: at, closedHow: 'identity_confirmed' } as const;
    const view = breachView(record(right), reader);
    expect(view.caution).toContain('that it did not go to the wrong place after all.');
    expect(recallRow(view)).toBe('Closed: it did not go to the wrong place after all, 10:00 today');
  });

  test('gives no caution where a recall closed otherwise', () => {
    const view = breachView(record({ closedAt: at, closedHow: 'manager' }), reader);
    expect([view.caution, recallRow(view)]).toEqual([undefined, 'Closed by a manager, with a reason, 10:00 today']);
  });

  test('of an enquiry that was erased offers what needs no words, and says why', () => {
    const view = breachView({ ...record(), erased: true }, reader);
    expect(view.wordless).toContain('The enquiry was erased');
    expect(view.form?.fields.map(({ args }) => (args as { name: string }).name)).toEqual([
      'says',
      'icoReference',
      'hours',
    ]);
    expect(breachView(record(), reader)).toMatchObject({ wordless: undefined });
  });

  test('of an enquiry that was erased reads a reason by where it is kept', () => {
    const [erased, standing] = [{ ...record(), erased: true as const }, record()];
    const read = (posted: Record<string, string>, of: BreachRecord) => readStated(new Posted(posted), of);
    const needNot = { says: 'ico_need_not', icoReference: 'DPO-2026-17' };
    expect(read(needNot, erased).stated).toEqual({ says: 'ico_need_not', reference: 'DPO-2026-17' });
    expect(read({ says: 'ico_need_not' }, erased).errors).toMatchObject([{ field: 'icoReference' }]);
    expect(read({ says: 'measures' }, erased).errors).toMatchObject([{ field: 'says' }]);
    expect(read(needNot, standing).errors).toMatchObject([{ field: 'words' }]);
  });
});
