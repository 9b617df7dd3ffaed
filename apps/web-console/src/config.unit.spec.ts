import { readConfig } from './config';

const whole = {
  DATABASE_URL: 'postgres://somewhere',
  OIDC_ISSUER: 'http://localhost:4001/',
  CONSOLE_URL: 'http://localhost:4000',
  CONTACT_INTAKE_URL: 'http://localhost:4010',
  DECISION_URL: 'http://localhost:4020',
  AGENCY_REQUESTS_URL: 'http://localhost:4030',
  SHARING_URL: 'http://localhost:4040',
  AUDIT_URL: 'http://localhost:4050',
  SERVICE_CLIENT_SECRET: 'secret',
  SHARING_PUBLIC_KEY: '{}',
  CONSOLE_SIGNING_KEY: '{}',
  SESSION_SECRET: 'x'.repeat(32),
};

describe('The configuration of the console', () => {
  test('is read from the environment, with the fixed port and a session of half an hour', () => {
    expect(readConfig(whole)).toMatchObject({ port: 4000, issuer: 'http://localhost:4001', sessionMinutes: 30 });
  });

  test('names what is wrong, and never its value', () => {
    const read = () => readConfig({ ...whole, SESSION_SECRET: 'too-short-a-secret', AUDIT_URL: undefined });
    expect(read).toThrow('CONSOLE.CONFIG: missing or wrong: AUDIT_URL, SESSION_SECRET');
    expect(read).not.toThrow(/too-short/);
  });
});
