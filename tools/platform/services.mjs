import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * Every process of the platform. `heapMb` is V8's old space, sized to the app so that all of them, Kafka and PostgreSQL stay
 * under 2.5 GB; `scopes` is what its own client may ask for at the identity provider when it acts as itself: `facts:dates` and `facts:named`
 * answer questions from which one can be told by asking often, and are each for the one service that asks;
 * `kafka` says that it publishes or reads events.
 */
export const services = [
  { name: 'dev-identity', heapMb: 96, scopes: [] },
  { name: 'contact-intake', heapMb: 112, kafka: true, scopes: ['keys:lease', 'facts:read', 'internal'] },
  { name: 'decision', heapMb: 112, kafka: true, scopes: ['keys:lease', 'facts:read', 'internal'] },
  {
    name: 'agency-requests',
    heapMb: 112,
    kafka: true,
    scopes: ['keys:lease', 'facts:read', 'facts:named', 'internal'],
  },
  { name: 'sharing', heapMb: 128, kafka: true, scopes: ['facts:read', 'facts:dates', 'internal'] },
  { name: 'audit', heapMb: 96, kafka: true, scopes: ['facts:read', 'internal'] },
  { name: 'web-console', heapMb: 128, scopes: ['keys:lease'] },
];

/** Services that come to Kafka, each as a user of its own where the broker asks for one: those of `topicAccess` in libs/contracts. */
export const servicesWithKafkaUser = () => services.filter(({ kafka }) => kafka);

/** What an agency's own system may ask for: each scope is for the endpoints of its name (docs/security/agency-systems.md). */
const agencySystemScopes = [
  'keys:lease',
  'contacts:create',
  'requests:read',
  'requests:answer',
  'notices:read',
  'capabilities:use',
];
const riverside = '01980000-0000-7000-8000-000000000001';
const agencySystem = (name, agency) => ({ name, scopes: agencySystemScopes, partnership: riverside, agency });

/**
 * Clients that are not services: the demo loader asks for demo people's tokens; the systems of two demo agencies act in their own name, once an
 * administrator has registered their signing keys.
 */
export const otherClients = [
  { name: 'demo-loader', scopes: ['keys:lease'], demo: true },
  agencySystem('riverside-police-records', 'riverside-police'),
  agencySystem('riverside-health-records', 'riverside-health-trust'),
];

const built = (service, file) => join(root, 'apps', service.name, 'dist', file);

/** The built entry of a service. */
export const entryOf = (service) => built(service, 'main.js');

/** The built migration command of a service. */
export const migrationOf = (service) => built(service, 'migrate.js');

/** Services that keep a database of their own: those that bring migrations. */
export const servicesWithDatabase = () => services.filter((service) => existsSync(migrationOf(service)));

/** Throws, naming each service that the build did not produce. */
export function requireBuilt() {
  const missing = services
    .filter((service) => !existsSync(entryOf(service)))
    .map(({ name }) => `apps/${name}/dist/main.js`);
  if (missing.length > 0)
    throw new Error(
      `Not built: ${missing.join(', ')}. Each app needs a src/main.ts; run npm run build to see why not.`,
    );
}
