import { setting, type ServiceName } from './platform';

/** What the switch turns: the services, and the console. */
type Switched = ServiceName | 'web-console';

async function turn(command: 'stop' | 'start', service: Switched): Promise<void> {
  const response = await fetch(`${setting('MASH_TEST_SWITCH_URL')}/${command}/${service}`, { method: 'POST' });
  if (response.status !== 204) throw new Error(`${command} ${service}: ${await response.text()}`);
}

/** A new process, with nothing in its memory of what the one before it knew. */
export async function restart(service: Switched): Promise<void> {
  await turn('stop', service);
  await turn('start', service);
}

/** Does something while a service is stopped, and starts it again whatever comes of it. */
export async function without<T>(service: Switched, work: () => Promise<T>): Promise<T> {
  await turn('stop', service);
  try {
    return await work();
  } finally {
    await turn('start', service);
  }
}
