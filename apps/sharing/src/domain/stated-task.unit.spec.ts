import { textFacts } from './stated-task';

const differs = { text: 'differs', statesTask: 'no' };
const same = { text: 'same', words: 'Under section 10, section 17 or the general duty.' } as const;

describe('The task that a text states', () => {
  test('counts where it is that of the purpose, and the words sent are those recorded', () => {
    const sent = { purpose: 'S17', task: 'ca89_s17', words: 'Under section 17.' } as const;
    expect(textFacts({ ...sent, text: 'same' }, 's17')).toEqual({ text: 'same', statesTask: 'yes' });
    expect(textFacts({ ...sent, text: 'differs' }, 's17')).toEqual({ text: 'differs', statesTask: 'no' });
    expect(textFacts({ ...sent, text: 'repeats' }, 's17')).toEqual({ text: 'repeats', statesTask: 'no' });
  });

  test('left unsaid, by the sender or in the words, is none, and refuses nothing', () => {
    expect(textFacts({ ...same, purpose: 'S17' }, 's17')).toEqual({ text: 'same', statesTask: 'no' });
    const unsaid = { text: 'same', purpose: 'S17', task: 'ca89_s17', words: 'We would like to know.' } as const;
    expect(textFacts(unsaid, 's17')).toEqual({ text: 'same', statesTask: 'no' });
  });

  test('counts as stated in what was sent before anybody was asked, where the words sent are those recorded', () => {
    const before = { purpose: 'S17', unasked: true, words: 'Why' } as const;
    expect(textFacts({ ...before, text: 'same' }, 's17')).toEqual({ text: 'same', statesTask: 'yes' });
    expect(textFacts({ ...before, text: 'repeats' }, 's17')).toEqual({ text: 'repeats', statesTask: 'yes' });
    expect(textFacts({ ...before, text: 'differs' }, 's17')).toEqual({ text: 'differs', statesTask: 'no' });
  });

  test('is taken to stand in a text that nobody has written yet, which claims no more', () => {
    const looked = { purpose: 'S17', text: 'same', words: undefined } as const;
    expect(textFacts({ ...looked, task: 'ca89_s17' }, 's17')).toEqual({ text: 'same', statesTask: 'yes' });
    expect(textFacts(looked, 's17')).toEqual({ text: 'same', statesTask: 'no' });
    expect(textFacts({ ...looked, task: 'ca89_s47' }, 's17')).toEqual(differs);
  });

  test('of another purpose, or above the threshold judged, is not the purpose recorded', () => {
    expect(textFacts({ ...same, purpose: 'EH', task: 'ca89_s47' }, 's47')).toEqual(differs);
    expect(textFacts({ ...same, purpose: 'DA', task: 'ca89_s47' }, 's17')).toEqual(differs);
    expect(textFacts({ ...same, purpose: 'EVIDENCE', task: 'ca89_s47' }, 's47')).toEqual(differs);
  });

  test('or the threshold that it claims, where nobody has judged it, is not the purpose recorded, whatever its sender says', () => {
    const claims = { text: 'same', words: 'We make enquiries under section 47: significant harm.' } as const;
    for (const task of [undefined, 'ca89_s17'] as const)
      expect(textFacts({ ...claims, purpose: 'S17', task }, 's17')).toEqual(differs);
    expect(textFacts({ ...claims, purpose: 'DA' }, 's17')).toEqual(differs);
    expect(textFacts({ ...claims, purpose: 'DA' }, 's47').text).toBe('same');
    expect(textFacts({ ...claims, purpose: 'DA' }, 'unknown').text).toBe('same');
    // Of what was sent before anybody was asked nothing is read anew.
    expect(textFacts({ ...claims, purpose: 'DA', unasked: true }, 's17').text).toBe('same');
  });

  test('stands once a higher threshold is judged, and while nobody can tell the threshold', () => {
    const sent = { ...same, purpose: 'DA', task: 'ca89_s17' } as const;
    expect(textFacts(sent, 's47').statesTask).toBe('yes');
    expect(textFacts(sent, 'unknown').statesTask).toBe('yes');
  });
});
