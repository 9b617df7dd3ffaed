import { tasksOfPurpose } from './statutory-task';

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
