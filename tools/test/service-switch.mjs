import { createServer } from 'node:http';
import { services } from '../platform/services.mjs';
import { startService } from '../platform/start-services.mjs';

/**
 * Lets a spec stop one service of the platform under test and start it again: `POST /stop/<service>`, `POST /start/<service>` on this
 * machine alone. Answers when the process has ended, or is ready.
 */
export async function openServiceSwitch(platform) {
  const commands = {
    stop: ({ name }) => platform.stopOne(name),
    start: (service) => startService(platform, service),
  };
  const server = createServer((request, response) => {
    const [, command, name] = request.url?.split('/') ?? [];
    const service = services.find((one) => one.name === name);
    const work = service && request.method === 'POST' ? commands[command]?.(service) : undefined;
    const answer = (status, words = '') => response.writeHead(status).end(words);
    if (work === undefined) return void answer(404);
    work.then(
      () => answer(204),
      (error) => answer(500, error.message),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
