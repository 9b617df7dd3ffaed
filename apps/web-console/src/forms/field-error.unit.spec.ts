import { errorMessageFor, errorSummary } from './field-error';

describe('Errors of a form', () => {
  test('link to their field, or to the page where it is', () => {
    const errors = [
      { field: 'surname', text: 'Enter a surname' },
      { field: 'x', text: 'Say who lives there', href: '/elsewhere' },
    ];
    expect(errorSummary(errors)).toMatchObject({ errorList: [{ href: '#surname' }, { href: '/elsewhere' }] });
  });

  test('stand at their field too, also where a part of a date is wrong', () => {
    const errors = [{ field: 'birthDate-day', text: 'No such date' }];
    expect(errorMessageFor('birthDate', errors)).toEqual({ text: 'No such date' });
    expect(errorMessageFor('surname', errors)).toBeUndefined();
  });
});
