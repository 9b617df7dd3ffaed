import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/$/, ''));
const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' });
    return z.NEVER;
  }
});

/** One system that may sign in as itself. `demo` marks the one that may ask for demo people's tokens. */
const ClientSettings = z.strictObject({
  client_id: z.string().min(1),
  client_secret: z.string().min(8),
  scopes: z.array(z.string().regex(/^[a-z]+(:[a-z-]+)?$/)).default([]),
  demo: z.boolean().default(false),
  partnership: z.uuid().optional(),
  agency: z.string().optional(),
});
export type ClientSettings = z.infer<typeof ClientSettings>;

const PrivateJwk = z.looseObject({ kty: z.enum(['OKP', 'EC', 'RSA']), d: z.string().min(1) });
export type PrivateJwk = z.infer<typeof PrivateJwk>;

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4001),
  OIDC_ISSUER: url,
  CONSOLE_URL: url,
  CLIENTS_JSON: json.pipe(z.array(ClientSettings)),
  IDENTITY_SIGNING_KEY: json.pipe(PrivateJwk).optional(),
  DEMO: z.enum(['on', 'off']).default('off'),
  NODE_ENV: z.string().optional(),
});

export interface IdentityConfig {
  port: number;
  issuer: string;
  consoleUrl: string;
  clients: ClientSettings[];
  /** Keeps tokens and sessions good across restarts; one is made when it is left out. */
  signingKey: PrivateJwk | undefined;
  /** Whether the demo loader may act for the demo people. */
  isDemo: boolean;
}

/** This provider signs anybody in as anybody: it must never stand in front of real records. */
export class NotForProduction extends Error {
  constructor() {
    super('dev-identity lets anybody sign in as any demo person and does not start with NODE_ENV=production');
    this.name = 'NotForProduction';
  }
}

/** Reads the environment, once; names what is wrong, never its value. */
export function readIdentityConfig(env: NodeJS.ProcessEnv = process.env): IdentityConfig {
  if (env['NODE_ENV'] === 'production') throw new NotForProduction();
  const read = Environment.safeParse(env);
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(`Configuration: ${wrong.join('; ')}`);
  }
  return {
    port: read.data.PORT,
    issuer: read.data.OIDC_ISSUER,
    consoleUrl: read.data.CONSOLE_URL,
    clients: read.data.CLIENTS_JSON,
    signingKey: read.data.IDENTITY_SIGNING_KEY,
    isDemo: read.data.DEMO === 'on',
  };
}
