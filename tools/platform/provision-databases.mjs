/**
 * Makes each service's database and its two roles. A process of its own, so that the launcher stays small.
 * Reads PROVISION: `{ adminUrl, databases: [{ service, ownerPassword, appPassword }] }` as JSON.
 */
import { createRequire } from 'node:module';

const { provisionDatabase } = createRequire(import.meta.url)('@mash/persistence');
const { adminUrl, databases } = JSON.parse(process.env.PROVISION);
for (const database of databases) await provisionDatabase({ adminUrl, ...database });
