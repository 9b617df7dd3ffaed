import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/$/, ''));
const jwk = z.string().transform((value, context): Record<string, string> => {
  const parsed = z.record(z.string(), z.string()).safeParse(parseJson(value));
  if (parsed.success) return parsed.data;
  context.addIssue({ code: 'custom', message: 'must be a JWK as JSON' });
  return z.NEVER;
});

/** The services that answer over HTTP, by the name in their tokens' audience (`urn:mash:<service>`). */
export const ServiceName = z.enum(['contact-intake', 'decision', 'agency-requests', 'sharing', 'audit']);
export type ServiceName = z.infer<typeof ServiceName>;

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535),
  DATABASE_URL: z.string().min(1).optional(),
  OWNER_DATABASE_URL: z.string().min(1).optional(),
  MISSING_EVENT_PATIENCE_MINUTES: z.coerce.number().positive().max(1440).default(10),
  TOPIC_PREFIX: z.string().default(''),
  OIDC_ISSUER: url,
  OIDC_INTERNAL_URL: url.optional(),
  CONTACT_INTAKE_URL: url.default('http://localhost:4010'),
  DECISION_URL: url.default('http://localhost:4020'),
  AGENCY_REQUESTS_URL: url.default('http://localhost:4030'),
  SHARING_URL: url.default('http://localhost:4040'),
  AUDIT_URL: url.default('http://localhost:4050'),
  CONSOLE_URL: url.default('http://localhost:4000'),
  SERVICE_CLIENT_ID: z.string().default(''),
  SERVICE_CLIENT_SECRET: z.string().default(''),
  SHARING_PUBLIC_KEY: jwk.optional(),
  CONSOLE_PUBLIC_KEY: jwk.optional(),
});

/** What every service reads from its environment. A service with more settings reads those in its own `config.ts`. */
export interface ServiceConfig {
  port: number;
  /** App role. */
  databaseUrl: string | undefined;
  /** Owner role; migrations only. */
  ownerDatabaseUrl: string | undefined;
  /** How long an event waits for what another event should bring, in milliseconds. */
  longestMissingMs: number;
  topicPrefix: string;
  oidcIssuer: string;
  /** Where this process reaches the provider, when that is not the address people see (containers). */
  oidcInternalUrl: string | undefined;
  urls: Record<ServiceName, string>;
  consoleUrl: string;
  clientId: string;
  clientSecret: string;
  sharingPublicKey: Record<string, string> | undefined;
  consolePublicKey: Record<string, string> | undefined;
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined; // reported by the schema, with the variable's name
  }
}

/** Names the variables that are wrong and never their values: some are secrets. */
export class ConfigError extends Error {
  constructor(issues: { path: PropertyKey[]; message: string }[]) {
    super(`Configuration: ${issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`);
    this.name = 'ConfigError';
  }
}

/** A setting without which a service cannot start. @throws Error naming the variable where it is not set, or empty */
export function needed(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`Configuration: ${name} is needed`);
  return value;
}

/** Reads and checks the environment, once, at start. */
export function readServiceConfig(env: NodeJS.ProcessEnv = process.env): ServiceConfig {
  const read = Environment.safeParse(env);
  if (!read.success) throw new ConfigError(read.error.issues);
  const it = read.data;
  return {
    port: it.PORT,
    databaseUrl: it.DATABASE_URL,
    ownerDatabaseUrl: it.OWNER_DATABASE_URL,
    longestMissingMs: it.MISSING_EVENT_PATIENCE_MINUTES * 60_000,
    topicPrefix: it.TOPIC_PREFIX,
    oidcIssuer: it.OIDC_ISSUER,
    oidcInternalUrl: it.OIDC_INTERNAL_URL,
    urls: {
      'contact-intake': it.CONTACT_INTAKE_URL,
      decision: it.DECISION_URL,
      'agency-requests': it.AGENCY_REQUESTS_URL,
      sharing: it.SHARING_URL,
      audit: it.AUDIT_URL,
    },
    consoleUrl: it.CONSOLE_URL,
    clientId: it.SERVICE_CLIENT_ID,
    clientSecret: it.SERVICE_CLIENT_SECRET,
    sharingPublicKey: it.SHARING_PUBLIC_KEY,
    consolePublicKey: it.CONSOLE_PUBLIC_KEY,
  };
}
