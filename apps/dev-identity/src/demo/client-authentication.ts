import { createHash, timingSafeEqual } from 'node:crypto';
import type { ClientSettings } from '../config';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The client that an HTTP Basic header proves, or `undefined`. */
export function authenticatedClient(header: string | undefined, clients: ClientSettings[]): ClientSettings | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(':').map(decoded);
  const client = clients.find(({ client_id }) => client_id === id);
  const isRight = timingSafeEqual(digest(secret), digest(client?.client_secret ?? ''));
  return client !== undefined && isRight ? client : undefined;
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
