import { isPassing } from './is-passing';
import { PassingFailure } from './passing-failure';
import { RealErrorLost } from './real-error-lost';

const coded = (code: string): Error => Object.assign(new Error(code), { code });
const sql = (code: string): Error =>
  Object.assign(new Error('query failed'), { driverError: Object.assign(new Error(), { code, severity: 'ERROR' }) });

describe('A failure', () => {
  test.each([
    ['something waited for is not there yet', new PassingFailure('SHARING.NOT_SEEN_YET')],
    ['another service is down', coded('ECONNREFUSED')],
    ['fetch says why in its cause', new TypeError('fetch failed', { cause: coded('UND_ERR_SOCKET') })],
    ['every address of a host refused', new AggregateError([coded('ECONNREFUSED')])],
    ['a deadlock', sql('40P01')],
    ['a serialization failure', sql('40001')],
    ['the database is going down', sql('57P01')],
    ['the database has no connection left', sql('53300')],
    ['pg says it in words only', new Error('Connection terminated unexpectedly')],
    ['another library marks it', Object.assign(new Error('later'), { passing: true })],
    ['Nest has replaced the error', new RealErrorLost()],
  ])('passes: %s', (_what, error) => {
    expect(isPassing(error)).toBe(true);
  });

  test.each([
    ['a bug', new TypeError('undefined is not a function')],
    ['a broken rule', coded('ENQUIRY.CLOSED')],
    ['a unique violation', sql('23505')],
    ['a missing table', sql('42P01')],
    ['something thrown that is no error', 'ECONNREFUSED'],
  ])('is poison: %s', (_what, error) => {
    expect(isPassing(error)).toBe(false);
  });
});
