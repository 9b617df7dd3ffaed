import { setting, type ServiceName } from './platform';

async function turn(command: 'stop' | 'start', service: ServiceName): Promise<void> {
  const response = await fetch(`${setting('MASH_TEST_SWITCH_URL')}/${command}/${service}`, { method: 'POST' });
  if (response.status !== 204) throw new Error(`${command} ${service}: ${await response.text()}`);
}

/** Does something while a service is stopped, and starts it again whatever comes of it. */
export async function without<T>(service: ServiceName, work: () => Promise<T>): Promise<T> {
  await turn('stop', service);
  try {
    return await work();
  } finally {
    await turn('start', service);
  }
}
