export interface DatabaseNames {
  readonly database: string;
  readonly ownerRole: string;
  readonly appRole: string;
}

/** The names of a service's database and its two roles: `contact-intake` gives `contact_intake`, `contact_intake_owner`, `contact_intake_app`. */
export function databaseNames(service: string): DatabaseNames {
  if (!/^[a-z][a-z0-9-]{0,50}$/.test(service))
    throw new Error(`PERSISTENCE.SERVICE_NAME: not a service name: ${service}`);
  const database = service.replaceAll('-', '_');
  return { database, ownerRole: `${database}_owner`, appRole: `${database}_app` };
}
