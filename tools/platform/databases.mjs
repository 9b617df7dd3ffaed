/** The database of a service: its name with underscores. */
export const databaseName = (service) => service.replaceAll('-', '_');

/** Address of a service's database as its `owner` (migrates) or its `app` role (serves). */
export function databaseUrl({ secrets, ports }, service, role) {
  const database = databaseName(service);
  const password = secrets.databases[service][role];
  return `postgres://${database}_${role}:${password}@127.0.0.1:${ports.postgres}/${database}`;
}

/** Address of the server as its superuser, who only provisions databases and roles. */
export function adminUrl({ secrets, ports }) {
  return `postgres://postgres:${secrets.postgres}@127.0.0.1:${ports.postgres}/postgres`;
}
