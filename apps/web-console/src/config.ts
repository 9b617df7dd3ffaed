import { DEMO_PARTNERSHIP, OTHER_PARTNERSHIP } from '@mash/contracts';
import { z } from 'zod';

/** What a page says of a partnership's hub: its name, and whom to ring. */
const Partnership = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1),
  hubTelephone: z.string().min(1),
  outOfHoursTelephone: z.string().min(1),
});
export type Partnership = z.infer<typeof Partnership>;

/** Invented places; the numbers are from the range that Ofcom keeps for drama. */
const demoPartnerships: Partnership[] = [
  { id: DEMO_PARTNERSHIP, name: 'Riverside', hubTelephone: '01632 960 100', outOfHoursTelephone: '01632 960 199' },
  { id: OTHER_PARTNERSHIP, name: 'Estuary', hubTelephone: '01632 960 200', outOfHoursTelephone: '01632 960 299' },
];

const url = z.url().transform((value) => value.replace(/\/$/, ''));

const Environment = z.object({
  PORT: z.coerce.number().int().positive().default(4000),
  DATABASE_URL: z.string().min(1),
  OIDC_ISSUER: url,
  CONSOLE_URL: url,
  CONTACT_INTAKE_URL: url,
  DECISION_URL: url,
  AGENCY_REQUESTS_URL: url,
  SHARING_URL: url,
  AUDIT_URL: url,
  SERVICE_CLIENT_ID: z.string().min(1).default('web-console'),
  SERVICE_CLIENT_SECRET: z.string().min(1),
  SHARING_PUBLIC_KEY: z.string().min(1),
  CONSOLE_SIGNING_KEY: z.string().min(1),
  SESSION_SECRET: z.string().min(32, 'at least 32 characters'),
  SESSION_MINUTES: z.coerce.number().int().positive().default(30),
  PARTNERSHIPS_JSON: z
    .string()
    .transform((text) => z.array(Partnership).parse(JSON.parse(text)))
    .optional(),
});

/** The services that the console calls, each an audience `urn:mash:<name>` of its own. */
export const SERVICE_NAMES = ['contact-intake', 'decision', 'agency-requests', 'sharing', 'audit'] as const;
export type ServiceName = (typeof SERVICE_NAMES)[number];

/** Everything that the console reads from its environment. */
export interface ConsoleConfig {
  readonly port: number;
  readonly databaseUrl: string;
  readonly issuer: string;
  readonly consoleUrl: string;
  readonly services: Readonly<Record<ServiceName, string>>;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly sharingPublicKey: string;
  readonly signingKey: string;
  readonly sessionSecret: string;
  /** A session ends after so many minutes without a request. */
  readonly sessionMinutes: number;
  readonly partnerships: readonly Partnership[];
}

/** Reads and checks the environment once, at start. Throws, naming the variables and never their values. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): ConsoleConfig {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const wrong = [...new Set(read.error.issues.map((issue) => issue.path.join('.')))];
    throw new Error(`CONSOLE.CONFIG: missing or wrong: ${wrong.join(', ')}`);
  }
  return configOf(read.data);
}

function configOf(env: z.infer<typeof Environment>): ConsoleConfig {
  return {
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    issuer: env.OIDC_ISSUER,
    consoleUrl: env.CONSOLE_URL,
    services: {
      'contact-intake': env.CONTACT_INTAKE_URL,
      decision: env.DECISION_URL,
      'agency-requests': env.AGENCY_REQUESTS_URL,
      sharing: env.SHARING_URL,
      audit: env.AUDIT_URL,
    },
    clientId: env.SERVICE_CLIENT_ID,
    clientSecret: env.SERVICE_CLIENT_SECRET,
    sharingPublicKey: env.SHARING_PUBLIC_KEY,
    signingKey: env.CONSOLE_SIGNING_KEY,
    sessionSecret: env.SESSION_SECRET,
    sessionMinutes: env.SESSION_MINUTES,
    partnerships: env.PARTNERSHIPS_JSON ?? demoPartnerships,
  };
}

/** What the migration command reads: the owner's database, and nothing else. */
export function readMigrationConfig(environment: NodeJS.ProcessEnv = process.env): { ownerUrl: string } {
  return { ownerUrl: z.object({ OWNER_DATABASE_URL: z.string().min(1) }).parse(environment).OWNER_DATABASE_URL };
}
