import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Another service, as small as a test needs it: it answers what it was told to answer, and 404 to everything else. */
export class Neighbour {
  private readonly answers = new Map<string, Answer>();
  /** Paths that were asked for, with their query, oldest first. */
  readonly asked: string[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<Neighbour> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const neighbour = new Neighbour(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      neighbour.asked.push(request.url ?? '');
      const { status, body } = neighbour.answerTo(request.url ?? '');
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    return neighbour;
  }

  /** From now on this path, whatever its query, is answered with this. */
  says(path: string, body: unknown, status = 200): void {
    this.answers.set(path, { status, body });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answerTo(url: string): Answer {
    return this.answers.get(url.split('?')[0] ?? '') ?? { status: 404, body: { code: 'NOT_FOUND' } };
  }
}

/** Starts a neighbour on a free port. Close it in `afterAll`. */
export const startNeighbour = (): Promise<Neighbour> => Neighbour.start();
