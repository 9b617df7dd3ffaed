import { fieldErrorsOf } from './field-errors-of';
import { problemOf } from './problem-of';
import { AuditIsDown, ServiceDown, ServiceProblem } from './service-errors';

const problem = {
  code: 'INTAKE.CONTACT_INCOMPLETE',
  detail: 'Some things are missing.',
  errors: [{ field: 'people.0.surname', code: 'X', message: 'Enter a name' }],
};

describe('A refusal of a service', () => {
  test('keeps code, words and fields', () => {
    expect(problemOf('contact-intake', 422, problem)).toMatchObject({
      code: 'INTAKE.CONTACT_INCOMPLETE',
      status: 422,
      errors: problem.errors,
    });
  });

  test('is audit being down where the service could not write its entry', () => {
    expect(problemOf('decision', 503, { code: 'AUDIT.UNAVAILABLE', detail: '' })).toBeInstanceOf(AuditIsDown);
  });

  test.each([500, 502, 503, 401])('with status %i is a failure of the service', (status) => {
    expect(problemOf('decision', status, undefined)).toBeInstanceOf(ServiceDown);
  });

  test('that cannot be read is still a refusal', () => {
    expect(problemOf('decision', 400, '<html>')).toBeInstanceOf(ServiceProblem);
  });
});

describe('A refusal as errors of the form', () => {
  const fields = { 'people.0.surname': 'surname', 'INTAKE.SEARCH_FIRST': 'search' };

  test('links each field of the service to the field of the form', () => {
    expect(fieldErrorsOf(problemOf('contact-intake', 422, problem), fields)).toEqual([
      { field: 'surname', text: 'Enter a name' },
    ]);
  });

  test('links a code to the field that it is about', () => {
    const refused = problemOf('contact-intake', 409, {
      code: 'INTAKE.SEARCH_FIRST',
      detail: 'Search for this person first.',
    });
    expect(fieldErrorsOf(refused, fields)).toEqual([{ field: 'search', text: 'Search for this person first.' }]);
  });

  test('lets go on what is none of the form: not found, another code, another error', () => {
    const others = [
      problemOf('decision', 404, problem),
      problemOf('decision', 409, { code: 'OTHER', detail: '' }),
      new Error('x'),
    ];
    expect(others.map((error) => fieldErrorsOf(error, fields))).toEqual([undefined, undefined, undefined]);
  });
});
