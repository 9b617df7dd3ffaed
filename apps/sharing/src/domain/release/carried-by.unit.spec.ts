import { CarriedObligation } from '@mash/contracts';
import { OBLIGATION_CODES } from '../decision';
import { travelsWithTheItem } from '../obligations/task-of';
import { carriedBy } from './carried-by';

describe('What travels with an item', () => {
  test('is what the rule book says travels, and all of it has a name in the contract', () => {
    expect(OBLIGATION_CODES.filter(travelsWithTheItem).sort()).toEqual([...CarriedObligation.options].sort());
    expect(carriedBy(OBLIGATION_CODES).sort()).toEqual([...CarriedObligation.options].sort());
  });

  test('leaves out what is a task of somebody’s', () => {
    expect(carriedBy(['INFORM_PARENT', 'NOT_TELL_PARENT', 'CONFIRM_NOW'])).toEqual(['NOT_TELL_PARENT']);
  });
});
