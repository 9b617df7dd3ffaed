/**
 * Prints, as an environment file, the secrets that docker-compose.yml asks for: new ones at each call.
 *   node tools/compose-secrets.mjs > .run/compose.env
 *   docker compose --env-file .run/compose.env up
 * Needs nothing but Node.
 */
import { serviceSecrets } from './platform/environment.mjs';
import { makeSecrets } from './platform/secrets.mjs';
import { services } from './platform/services.mjs';

const secrets = makeSecrets();
const upper = (name) => name.toUpperCase().replaceAll('-', '_');
const owned = services.flatMap(({ name }) => Object.entries(serviceSecrets(name, { secrets, demo: true })));
const ofEachService = services.flatMap(({ name }) => [
  [`${upper(name)}_CLIENT_SECRET`, secrets.clients[name]],
  [`${upper(name)}_OWNER_PASSWORD`, secrets.databases[name].owner],
  [`${upper(name)}_APP_PASSWORD`, secrets.databases[name].app],
]);
const kafkaUsers = Object.entries(secrets.kafka).map(([user, password]) => [`${upper(user)}_KAFKA_PASSWORD`, password]);
const variables = {
  ...Object.fromEntries(owned),
  ...Object.fromEntries(ofEachService),
  ...Object.fromEntries(kafkaUsers),
};

// DEMO is a switch, and compose names it itself
delete variables.DEMO;
variables.POSTGRES_PASSWORD = secrets.postgres;
variables.KAFKA_CLUSTER_ID = secrets.kafkaClusterId;
for (const [name, value] of Object.entries(variables)) console.log(`${name}='${value}'`);
