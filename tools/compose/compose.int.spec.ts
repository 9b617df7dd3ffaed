import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventServices } from '@mash/contracts';
import { parse } from 'yaml';

const root = join(__dirname, '..', '..');

/** Whichever Compose is here; a check that cannot run has failed. */
function compose(): [string, ...string[]] {
  const candidates: [string, ...string[]][] = [['docker-compose'], ['docker', 'compose']];
  const found = candidates.find(([command, ...args]) => spawnSync(command, [...args, 'version']).status === 0);
  if (!found) throw new Error('No Compose to check docker-compose.yml with. Debian: apt-get install docker-compose');
  return found;
}

function check(args: readonly string[]): { status: number | null; stderr: string } {
  const [command, ...before] = compose();
  const { status, stderr } = spawnSync(command, [...before, ...args, 'config', '-q'], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
  });
  return { status, stderr };
}

interface Service {
  readonly environment?: Record<string, string>;
  readonly build?: { readonly args?: { readonly SERVICE?: string } };
}
const { services } = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};
const passwordOf = (user: string): string => `\${${user.toUpperCase().replaceAll('-', '_')}_KAFKA_PASSWORD:?}`;
const kafkaOf = (name: string) => {
  const { KAFKA_USERNAME, KAFKA_PASSWORD } = services[name]?.environment ?? {};
  return { KAFKA_USERNAME, KAFKA_PASSWORD };
};

describe('docker-compose.yml and Kafka', () => {
  test.each(eventServices)('%s comes as its own user', (name) => {
    expect(kafkaOf(name)).toEqual({ KAFKA_USERNAME: name, KAFKA_PASSWORD: passwordOf(name) });
  });

  test('a password is told to its user, to who makes the users, and to nobody else', () => {
    const told = (user: string) =>
      Object.keys(services).filter((name) =>
        Object.values(services[name]?.environment ?? {}).includes(passwordOf(user)),
      );
    expect(told('admin').sort()).toEqual(['kafka-users', 'prepare']);
    for (const user of eventServices) expect(told(user).sort()).toEqual([user, 'kafka-users'].sort());
  });

  test("from the network there is one way in, with a name; those without one are the container's own", () => {
    const { KAFKA_LISTENERS = '', KAFKA_LISTENER_SECURITY_PROTOCOL_MAP = '' } = services['kafka']?.environment ?? {};
    const open = KAFKA_LISTENERS.split(',').filter((listener) => !listener.includes('://127.0.0.1:'));
    expect(open).toEqual(['SERVICES://:9092']);
    expect(KAFKA_LISTENER_SECURITY_PROTOCOL_MAP.split(',')).toContain('SERVICES:SASL_PLAINTEXT');
  });
});

describe('docker-compose.yml', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mash-compose-'));
  const secrets = join(folder, 'secrets.env');

  beforeAll(() => {
    writeFileSync(secrets, execFileSync(process.execPath, [join(root, 'tools', 'compose-secrets.mjs')]), {
      mode: 0o600,
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is valid with the secrets that compose-secrets makes', () => {
    expect(check(['--env-file', secrets])).toEqual({ status: 0, stderr: '' });
  });

  test('asks for every secret and defaults none', () => {
    const none = join(folder, 'none.env');
    writeFileSync(none, '');
    const { status, stderr } = check(['--env-file', none]);
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/POSTGRES_PASSWORD|PUBLIC_KEY|SECRET/);
  });
});
