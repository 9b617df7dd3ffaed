import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateSigningKey } from '@mash/sealing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ConsoleConfig } from '../../src/config';
import { readConfig } from '../../src/config';
import { createApp } from '../../src/create-app';
import type { AccessState } from './access/access-routes';
import type { AskingState } from './asking/asking-routes';
import type { ConsentState } from './consent/consent-routes';
import type { HubState } from './hub/hub-routes';
import type { RecallingState } from './recalling/recall-routes';
import type { ReviewingState } from './reviewing/reviewing-routes';
import type { DecidingState } from './stub-deciding';
import { stubIdentity } from './stub-identity';
import { stubServices, type StubState } from './stub-services';

/** The console itself, real, on stubs of everything that it calls. */
export interface StubPlatform {
  readonly consoleUrl: string;
  readonly identityUrl: string;
  readonly state: StubState;
  readonly hub: HubState;
  readonly access: AccessState;
  readonly asking: AskingState;
  readonly reviewing: ReviewingState;
  readonly recalling: RecallingState;
  readonly deciding: DecidingState;
  readonly consent: ConsentState;
  readonly app: NestExpressApplication;
  close(): Promise<void>;
}

async function listen(handler: RequestListener, port = 0): Promise<{ server: Server; url: string }> {
  const server = createServer(handler).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}` };
}

async function freePort(): Promise<number> {
  const { server } = await listen(() => undefined);
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** @param databaseUrl a migrated database of the console, as its app role */
export async function startStubPlatform(
  databaseUrl: string,
  changes: { port?: number; sessionMinutes?: number } = {},
): Promise<StubPlatform> {
  const [sharing, console_] = await Promise.all([generateSigningKey(), generateSigningKey()]);
  const issuer = { url: '' };
  const identity = await listen(await stubIdentity(() => issuer.url));
  issuer.url = identity.url;
  const {
    app: services,
    state,
    hub,
    access,
    asking,
    reviewing,
    recalling,
    deciding,
    consent,
  } = stubServices({ sharing: sharing.privateKey, console: console_.publicKey });
  const backend = await listen(services);
  const port = changes.port ?? (await freePort());
  const consoleUrl = `http://localhost:${port}`;
  const config: ConsoleConfig = readConfig({
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    OIDC_ISSUER: identity.url,
    CONSOLE_URL: consoleUrl,
    CONTACT_INTAKE_URL: `${backend.url}/contact-intake`,
    DECISION_URL: `${backend.url}/decision`,
    AGENCY_REQUESTS_URL: `${backend.url}/agency-requests`,
    SHARING_URL: `${backend.url}/sharing`,
    AUDIT_URL: `${backend.url}/audit`,
    SERVICE_CLIENT_SECRET: 'a-secret-of-the-stub',
    SHARING_PUBLIC_KEY: JSON.stringify(sharing.publicKey),
    CONSOLE_SIGNING_KEY: JSON.stringify(console_.privateKey),
    SESSION_SECRET: 'a-session-secret-of-the-stub-only-0123456789',
    SESSION_MINUTES: String(changes.sessionMinutes ?? 30),
  });
  const app = await createApp(config);
  await app.listen(port);
  const close = async (): Promise<void> => {
    await app.close();
    for (const { server } of [identity, backend]) {
      server.closeAllConnections();
      server.close();
    }
  };
  return {
    consoleUrl,
    identityUrl: identity.url,
    state,
    hub,
    access,
    asking,
    consent,
    reviewing,
    recalling,
    deciding,
    app,
    close,
  };
}
