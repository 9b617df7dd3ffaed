import { createWriteStream } from 'node:fs';
import { createServer } from 'node:http';

const textOf = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

/** Each span of an OTLP/JSON message, with the name of the service that made it. */
function* spansOf({ resourceSpans = [] }) {
  for (const { resource, scopeSpans = [] } of resourceSpans) {
    const service = resource?.attributes?.find(({ key }) => key === 'service.name')?.value?.stringValue;
    for (const { spans = [] } of scopeSpans) for (const span of spans) yield { service, ...span };
  }
}

/**
 * A stand-in for an OpenTelemetry collector: every span that reaches it becomes one line of JSON in a file, as it came.
 *
 * @param {string} file where they are kept
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startCollector(file) {
  const kept = createWriteStream(file, { flags: 'a' });
  const server = createServer((request, response) => {
    textOf(request)
      .then((text) => {
        for (const span of spansOf(JSON.parse(text))) kept.write(`${JSON.stringify(span)}\n`);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      })
      .catch(() => response.writeHead(400).end());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await new Promise((resolve) => kept.end(resolve));
  };
  return { url: `http://127.0.0.1:${server.address().port}`, stop };
}
