import { Posted } from '../../../forms/posted';
import { readDissent } from './dissent.form';
import { dissentView } from './dissent.presenter';

describe('Putting a differing view on record', () => {
  test('needs ground, stage and words', () => {
    expect(readDissent(new Posted({ ground: 's47', stage: '1', words: 'It is worse.' })).dissent).toEqual({
      ground: 's47',
      stage: '1',
      words: 'It is worse.',
    });
    expect(readDissent(new Posted({ ground: 'made-up', stage: '9' })).errors.map(({ field }) => field)).toEqual([
      'ground',
      'stage',
      'words',
    ]);
  });

  test('gives back what was typed, with what is wrong beside it', () => {
    const view = dissentView('E-7K2Q4X9', new Posted({ words: 'Half' }), [{ field: 'ground', text: 'Choose' }]);
    expect(JSON.stringify(view)).toContain('Half');
    expect(view.action).toBe('/enquiries/E-7K2Q4X9/decision/dissent');
  });
});
