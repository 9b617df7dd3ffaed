import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
