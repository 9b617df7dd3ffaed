import { claimsAbove, claimsMore, saysTask, StatutoryTask, tasksOfPurpose } from './statutory-task';

describe('The statutory task that a text can truthfully state', () => {
  test('is that of its purpose', () => {
    expect(tasksOfPurpose('SCREEN', 'SCREEN')[0]).toBe('ca89_s17_1');
    expect(tasksOfPurpose('EH', 'EH')[0]).toBe('ca04_s10');
    expect(tasksOfPurpose('S17', 'S47')).toEqual(['ca89_s17']);
    expect(tasksOfPurpose('STRATEGY', 'S47')).toEqual(['ca89_s47']);
    expect(tasksOfPurpose('ADULT_RISK', 'SCREEN')).toEqual(['ca14_s42']);
  });

  test('of what is done within the work is never above the threshold judged', () => {
    expect(tasksOfPurpose('DA', 'S47')[0]).toBe('ca89_s47');
    expect(tasksOfPurpose('DA', 'S47')).toContain('ca89_s17');
    expect(tasksOfPurpose('MISSING', 'EH')).toEqual(['ca04_s10', 'ca89_s17_1']);
    expect(tasksOfPurpose('MISSING', 'SCREEN')).not.toContain('ca89_s17');
  });

  test('is none for evidence, and for what is outside the work of the hub', () => {
    for (const purpose of ['EVIDENCE', 'LITIGATION', 'INFORM'] as const)
      expect(tasksOfPurpose(purpose, 'S47')).toEqual([]);
  });
});

describe('The words of a text', () => {
  test.each<[StatutoryTask, string]>([
    ['ca04_s10', 'Children Act 2004, section 10'],
    ['ca89_s17_1', 'its general duty'],
    ['ca89_s17', 'an assessment under s.17'],
    ['ca89_s47', 'enquiries under S47'],
    ['ca14_s42', 'Care Act 2014, section 42'],
  ])('state a task by its name: %s', (task, words) => {
    expect(StatutoryTask.options.filter((one) => saysTask(words, one))).toEqual([task]);
    expect(saysTask('We would like to know.', task)).toBe(false);
  });

  test('claim more than was judged, or no more than that', () => {
    expect(claimsMore('We make enquiries under section 47.', 'S17', 'S17')).toBe(true);
    expect(claimsMore('The child is at risk of significant harm', 'SCREEN', 'SCREEN')).toBe(true);
    expect(claimsMore('We assess need under section 17.', 'MISSING', 'EH')).toBe(true);
    expect(claimsMore('We assess need under section 17.', 'MISSING', 'S17')).toBe(false);
    expect(claimsMore('This is our general duty, section 17(1).', 'SCREEN', 'SCREEN')).toBe(false);
    expect(claimsMore('We assess need under section 17.', 'ADULT_RISK', 'ADULT_RISK')).toBe(true);
    expect(claimsMore('We make enquiries under section 47.', 'DA', 'S47')).toBe(false);
    expect(claimsMore('We would like to know.', 'SCREEN', 'SCREEN')).toBe(false);
  });

  test.each([
    ...['section\n47', 'Sections 17 and 47', 'ss.17(1), 47', 's17/47', 'sec. 47(1)', 'significant\nharm'],
    ...[
      "'section 47'",
      '’s.47’',
      'a section-47 enquiry',
      's\u201147',
      'sections 17\u201347',
      '\u00a7 47',
      'significant-harm',
    ],
    ...['sec\u00adtion 47', 'section \u200b47', 'section \uff14\uff17', 'signifi\u200dcant harm'],
  ])('claim it however they are set: %j', (words) => {
    expect(claimsMore(`We write of ${words}.`, 'EH', 'EH')).toBe(true);
  });

  test.each([
    "his mother's 47",
    'the boys\u2019 47',
    'Jones\u2019s 47',
    'S47A',
    'units 47',
    'section 4',
    '147',
    "She's 47 and significantly worried",
  ])('claim nothing by a number alone: %s', (words) => {
    expect(claimsMore(words, 'EH', 'EH')).toBe(false);
  });

  test('say of a section that it has not been judged, and claim nothing by that', () => {
    expect(claimsMore('Section 47 has not\nbeen judged to be met, nor has it been looked at.', 'EH', 'EH')).toBe(false);
    expect(claimsAbove('Section 17 has not been judged to be met. Section 47 has.', 'EH', 'EH')).toEqual([
      'section 47',
    ]);
  });

  test('claim it also where they deny it otherwise: whoever wrote them is told which to take out, in words of the law', () => {
    const denies = 'No threshold of significant harm is met; s.47 does not apply.';
    expect(claimsAbove(denies, 'EH', 'EH')).toEqual(['section 47', 'significant harm']);
    expect(claimsAbove(denies, 'EH', 'S47')).toEqual([]);
  });
});
