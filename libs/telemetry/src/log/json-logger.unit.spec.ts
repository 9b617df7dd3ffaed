import { jsonLogger } from './json-logger';
import type { LogFields } from './log-fields';

describe('A log line', () => {
  const lines: string[] = [];
  const log = jsonLogger('sharing', { level: 'debug', destination: { write: (line) => void lines.push(line) } });
  const last = () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;

  test('is one JSON object with level, time, service and message', () => {
    log.info('request', { method: 'GET', status: 200 });
    expect(last()).toMatchObject({ level: 'info', service: 'sharing', msg: 'request', method: 'GET', status: 200 });
    expect(Date.parse(String(last()['time']))).not.toBeNaN();
  });

  test('drops what is not whitelisted, and whatever is no plain value', () => {
    const careless = { route: '/x', name: 'Canary Testperson', enquiryId: { name: 'Canary' } } as unknown as LogFields;
    log.warn('careless', careless);
    expect(last()).toMatchObject({ route: '/x' });
    expect(lines.at(-1)).not.toContain('Canary');
  });

  test('says of an error what it is and where, never its words', () => {
    const error = Object.assign(new TypeError('Key (name)=(Canary\n Testperson) exists'), {
      code: '23505',
      detail: 'Canary',
    });
    log.error('insert failed', error, { attempt: 2 });
    expect(last()).toMatchObject({ errorName: 'TypeError', errorCode: '23505', attempt: 2 });
    expect(String(last()['frames'])).toContain('json-logger.unit.spec');
    expect(lines.at(-1)).not.toMatch(/Canary|Testperson/);
  });

  test('bears with something thrown that is no error', () => {
    log.error('odd', 'Canary');
    expect(last()).toMatchObject({ errorName: 'string' });
    expect(lines.at(-1)).not.toContain('Canary');
  });
});
