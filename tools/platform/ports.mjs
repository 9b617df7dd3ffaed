import { connect, createServer } from 'node:net';
import { services } from './services.mjs';

const upper = (name) => name.toUpperCase().replaceAll('-', '_');
const keys = () => [...services.map(({ name }) => name), 'postgres', 'kafka', 'kafka-controller'];

/** The fixed ports of `npm start`, by service name; also `postgres`, `kafka` and `kafka-controller`. */
export function fixedPorts(settings) {
  return Object.fromEntries(keys().map((name) => [name, Number(settings[`${upper(name)}_PORT`])]));
}

/** As many ports as a platform needs, free at this moment: a second platform beside the one of `npm start`. */
export async function freePorts() {
  const held = await Promise.all(keys().map(async (name) => [name, await listenAnywhere()]));
  const ports = Object.fromEntries(held.map(([name, server]) => [name, server.address().port]));
  await Promise.all(held.map(([, server]) => new Promise((done) => server.close(done))));
  return ports;
}

/** Throws, naming each port that something else listens on. */
export async function requireFree(ports) {
  const entries = Object.entries(ports);
  const busy = await Promise.all(entries.map(([, port]) => answers('127.0.0.1', port)));
  const taken = entries.filter((_, at) => busy[at]).map(([name, port]) => `${port} (${name})`);
  if (taken.length === 0) return;
  throw new Error(
    `Something else is listening on port ${taken.join(', ')}. Stop it, or give other ports in a file .env (.env.example lists their names).`,
  );
}

/** Whether something accepts TCP connections there. */
export function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
}

function listenAnywhere() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
