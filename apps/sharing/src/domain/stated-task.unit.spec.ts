import { textFacts } from './stated-task';

describe('The task that a text states', () => {
  test('counts where it is that of the purpose, and the words sent are those recorded', () => {
    const sent = { purpose: 'S17', task: 'ca89_s17' } as const;
    expect(textFacts({ ...sent, text: 'same' }, 's17')).toEqual({ text: 'same', statesTask: 'yes' });
    expect(textFacts({ ...sent, text: 'differs' }, 's17')).toEqual({ text: 'differs', statesTask: 'no' });
    expect(textFacts({ ...sent, text: 'repeats' }, 's17')).toEqual({ text: 'repeats', statesTask: 'no' });
  });

  test('left unsaid is none, and refuses nothing', () => {
    expect(textFacts({ purpose: 'S17', text: 'same' }, 's17')).toEqual({ text: 'same', statesTask: 'no' });
  });

  test('counts as stated in what was sent before anybody was asked, where the words sent are those recorded', () => {
    const before = { purpose: 'S17', unasked: true } as const;
    expect(textFacts({ ...before, text: 'same' }, 's17')).toEqual({ text: 'same', statesTask: 'yes' });
    expect(textFacts({ ...before, text: 'repeats' }, 's17')).toEqual({ text: 'repeats', statesTask: 'yes' });
    expect(textFacts({ ...before, text: 'differs' }, 's17')).toEqual({ text: 'differs', statesTask: 'no' });
  });

  test('of another purpose, or above the threshold judged, is not the purpose recorded', () => {
    const differs = { text: 'differs', statesTask: 'no' };
    expect(textFacts({ purpose: 'EH', task: 'ca89_s47', text: 'same' }, 's47')).toEqual(differs);
    expect(textFacts({ purpose: 'DA', task: 'ca89_s47', text: 'same' }, 's17')).toEqual(differs);
    expect(textFacts({ purpose: 'EVIDENCE', task: 'ca89_s47', text: 'same' }, 's47')).toEqual(differs);
  });

  test('stands once a higher threshold is judged, and while nobody can tell the threshold', () => {
    const sent = { purpose: 'DA', task: 'ca89_s17', text: 'same' } as const;
    expect(textFacts(sent, 's47').statesTask).toBe('yes');
    expect(textFacts(sent, 'unknown').statesTask).toBe('yes');
  });
});
