import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Express } from 'express';

export const listen = (app: Express, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((request, response) => void app(request, response));
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });

/** Takes no new requests, finishes the open ones. */
export const stopListening = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
