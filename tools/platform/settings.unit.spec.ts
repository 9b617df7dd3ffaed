import { fixedPorts, requireFree } from './ports.mjs';
import { readSettings } from './settings.mjs';
import { createServer } from 'node:net';
import { once } from 'node:events';

describe('The settings of a checkout', () => {
  test('give every service the port that .env.example names', () => {
    expect(fixedPorts(readSettings({}, {}))).toMatchObject({ postgres: 54400, kafka: 9490, decision: 4020 });
  });

  test('yield to a file .env, and both to the environment', () => {
    const own = { DECISION_PORT: '4320', AUDIT_PORT: '4350' };
    expect(readSettings({ DECISION_PORT: '4321' }, own)).toMatchObject({ DECISION_PORT: '4321', AUDIT_PORT: '4350' });
  });

  test('hold nothing that .env.example does not list', () => {
    expect(readSettings({ SOMETHING_ELSE: 'x' })).not.toHaveProperty('SOMETHING_ELSE');
  });
});

describe('A port that something else listens on', () => {
  test('is named before anything is started', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(requireFree({ decision: port })).rejects.toThrow(`${String(port)} (decision)`);
    other.close();
  });
});
