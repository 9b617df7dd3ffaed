import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the other services would answer: `GET /facts/...` and `POST /facts/access`, set by each test. */
export class OtherServices {
  readonly answers = new Map<string, unknown>();
  /** Access of one person: `decision` says it from its records. */
  readonly access = new Map<string, unknown>();
  /** Services that are down (the connection breaks), or hang (no answer comes). */
  readonly down = new Map<string, 'broken' | 'hanging'>();
  /** Answers that are worked out when they are asked for, by the beginning of the path. */
  readonly asked = new Map<string, (url: URL) => Promise<unknown>>();
  url = '';

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OtherServices> {
    const server = createServer();
    const others = new OtherServices(server);
    server.on('request', (request, response) => {
      const [, service = ''] = (request.url ?? '').split('/');
      const fault = others.down.get(service);
      if (fault === 'hanging') return;
      if (fault === 'broken') {
        request.socket.destroy();
        return;
      }
      void others.answer(request).then((body) => {
        response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body ?? { code: 'NOT_FOUND' }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    others.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    return others;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage): Promise<unknown> {
    const url = new URL(request.url ?? '', this.url);
    for (const [path, answer] of this.asked) if (url.pathname === path) return answer(url);
    if (url.pathname.endsWith('/former-ids')) return this.answers.get(url.pathname) ?? { formerIds: [] };
    if (request.url !== '/decision/facts/access') return this.answers.get(request.url ?? '');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked = JSON.parse(Buffer.concat(chunks).toString()) as { enquiryId: string; actor: { id: string } };
    const facts = this.answers.get(`/decision/facts/enquiries/${asked.enquiryId}`);
    const look = this.access.get(asked.actor.id) ?? { access: 'none', audience: 'outsider' };
    return facts && { ...facts, ...look };
  }
}
