import { z } from 'zod';
import { failureReason } from './failure-reason';

const reasonOf = (error: unknown): string => failureReason(error).reason;

describe('The reason of a dead letter', () => {
  test('names the class of the error, what the runtime says, and the place in the code without its folders', () => {
    const { errorClass, reason } = failureReason(new TypeError(`Cannot read properties of undefined (reading 'id')`));
    expect(errorClass).toBe('TypeError');
    expect(reason).toMatch(
      /^Cannot read properties of undefined \(reading 'id'\) at .*\(failure-reason\.unit\.spec\.ts:\d+:\d+\)$/,
    );
    expect(reason).not.toContain(process.cwd());
  });

  test('quotes nothing that could be about a person', () => {
    const error = new Error(
      `no child "Robin Example" born 2019-04-01, call 0123 456 7890 or robin@example.test, NHS 9999999999`,
    );
    expect(reasonOf(error)).not.toMatch(/Robin|2019|0123|robin@|99999/);
  });

  test('says what a database error is about by its code and the names of things, not by its words', () => {
    const driverError = {
      code: '23505',
      severity: 'ERROR',
      table: 'person',
      constraint: 'uq_person',
      detail: '(Robin)',
    };
    const error = Object.assign(new Error('Key (name)=(Robin Example) already exists'), { driverError });
    expect(reasonOf(error)).toMatch(/^SQLSTATE 23505 table person constraint uq_person/);
    expect(reasonOf(error)).not.toContain('Robin');
  });

  test('says which fields a schema refused, and keeps the code of a coded error', () => {
    const refused = z.object({ name: z.number() }).safeParse({ name: 'Robin' }).error;
    expect(reasonOf(refused)).toMatch(/^name:invalid_type/);
    expect(reasonOf(Object.assign(new Error('it is late'), { code: 'ENQUIRY.CLOSED' }))).toMatch(
      /^ENQUIRY.CLOSED: it is late/,
    );
  });

  test('is said of things that are no errors', () => {
    expect(failureReason('Robin')).toEqual({ errorClass: 'string', reason: 'something that is no Error was thrown' });
  });
});
