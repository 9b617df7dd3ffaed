import type { ResearchPlan } from '@mash/contracts';
import { NO_TASK, purposeFaults, purposeIn, readOther, readTask, taskIn } from './purpose.form';

const plan: ResearchPlan = {
  ...{ enquiryId: '0198cccc-0000-7000-8000-000000000001', ratingVersion: 1, rosterVersion: 1, thresholdVersion: 1 },
  ...{ purpose: 'S17', purposes: ['S17', 'DA', 'EVIDENCE'], dueInWords: '1 day', lines: [] },
};
const at = { purpose: 'S17', work: 'S17' } as const;

describe('What it is asked for', () => {
  test('is the work of the plan, unless the page stands on another that is offered', () => {
    expect(purposeIn({}, plan)).toBe('S17');
    expect(purposeIn({ purpose: 'DA' }, plan)).toBe('DA');
    expect(purposeIn({ purpose: 'LITIGATION' }, plan)).toBe('S17');
  });

  test('is looked at before it is sent', () => {
    expect(readOther({ 'other-purpose': 'EVIDENCE' }, plan)).toEqual({ other: 'EVIDENCE', errors: [] });
    expect(readOther({ 'other-purpose': 'S47' }, plan).errors).toMatchObject([{ field: 'other-purpose' }]);
    expect(purposeFaults({ purpose: 'S17', 'other-purpose': 'EVIDENCE' }, plan)).toMatchObject([
      { field: 'other-purpose' },
    ]);
    expect(purposeFaults({ purpose: 'EVIDENCE', 'other-purpose': '' }, plan)).toEqual([]);
  });

  test('is not sent once the threshold no longer opens it', () => {
    expect(purposeFaults({ purpose: 'SCREEN' }, plan)).toMatchObject([{ field: 'purposeText' }]);
    expect(purposeFaults({}, plan)).toEqual([]);
  });
});

describe('The statutory task that the text states', () => {
  test('is one of its purpose, and stands in the text', () => {
    const fields = { task: 'ca89_s17', purposeText: 'We assess need under section 17.' };
    expect(readTask(fields, at)).toEqual({ task: 'ca89_s17', errors: [] });
    expect(readTask({ ...fields, purposeText: 'We assess need.' }, at).errors).toMatchObject([{ field: 'task' }]);
    expect(readTask({ ...fields, task: 'ca89_s47' }, at).errors).toMatchObject([{ field: 'task' }]);
  });

  test("is looked at as the page shows it: as chosen, its purpose's own where nobody chose, none where it states none", () => {
    expect(taskIn('ca04_s10', 'EH', 'EH')).toBe('ca04_s10');
    for (const chosen of [undefined, '', 'ca89_s47']) expect(taskIn(chosen, 'S17', 'S17')).toBe('ca89_s17');
    expect(taskIn(NO_TASK, 'S17', 'S17')).toBeUndefined();
    expect(taskIn('ca89_s47', 'EVIDENCE', 'S47')).toBeUndefined();
  });

  test('can be none', () => {
    expect(readTask({ task: 'none', purposeText: 'We assess need.' }, at)).toEqual({ errors: [] });
    expect(readTask({ purposeText: 'It is wanted as evidence.' }, { purpose: 'EVIDENCE', work: 'S47' })).toEqual({
      errors: [],
    });
  });
});
