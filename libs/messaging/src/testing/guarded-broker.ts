import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { composeBrokerProperties, freePort, startPrivateBroker } from '@mash/testing';
import type { PrivateBroker } from '@mash/testing';
import type { KafkaConnection } from '../kafka/kafka-connection';

const run = promisify(execFile);
const MAKE_USERS = join(__dirname, '..', '..', '..', '..', 'deploy', 'kafka', 'make-users.sh');

/** The broker of docker-compose.yml with its users, on this machine, and one more way in that is the same by TLS. */
export class GuardedBroker {
  private constructor(
    private readonly broker: PrivateBroker,
    private readonly passwords: Readonly<Record<string, string>>,
    private readonly localPort: number,
    private readonly tlsPort: number,
    /** Certificates (PEM) of who vouches for the broker. */
    readonly ca: string,
  ) {}

  static async start(users: readonly string[]): Promise<GuardedBroker> {
    const passwords = Object.fromEntries(users.map((user) => [user, randomBytes(18).toString('base64url')]));
    const [localPort, tlsPort] = [await freePort(), await freePort()];
    const properties = (its: { port: number; controllerPort: number; folder: string }): string =>
      `${withTls(composeBrokerProperties({ ...its, localPort }), tlsPort)}\n${keystore(its.folder)}`;
    const broker = await startPrivateBroker({ properties, users: passwords, before: makeKeystore });
    const ca = await readFile(join(broker.folder, 'ca.pem'), 'utf8');
    return new GuardedBroker(broker, passwords, localPort, tlsPort, ca);
  }

  /** As one of its users; with no name at all, where none is given. */
  as(user?: string): KafkaConnection {
    const { brokers } = this.broker;
    return user === undefined
      ? { brokers }
      : { brokers, access: { username: user, password: this.passwords[user] ?? '' } };
  }

  /** As one of its users, by TLS. */
  byTlsAs(user: string): KafkaConnection {
    return { ...this.as(user), brokers: [`127.0.0.1:${this.tlsPort}`], tls: { ca: this.ca } };
  }

  /** Runs `deploy/kafka/make-users.sh`, as the container kafka-users does. */
  async makeUsers(environment: Record<string, string>): Promise<void> {
    const tools = this.broker.folder;
    const script = join(tools, 'kafka-configs.sh');
    await writeFile(
      script,
      `#!/bin/sh\nexec java -Xmx128m -cp '${this.broker.classPath}' kafka.admin.ConfigCommand "$@"\n`,
    );
    await chmod(script, 0o755);
    const env = { KAFKA_TOOLS: tools, KAFKA_BROKERS: `127.0.0.1:${this.localPort}` };
    const variables = Object.entries({ ...env, ...environment }).map(([name, value]) => `${name}=${value}`);
    await run('env', [...variables, 'sh', MAKE_USERS]);
  }

  remove(): Promise<void> {
    return this.broker.remove();
  }
}

const withTls = (properties: string, port: number): string =>
  properties
    .replace(/^(listeners|advertised\.listeners)=.*$/gm, (line) => `${line},TLS://127.0.0.1:${port}`)
    .replace(/^listener\.security\.protocol\.map=.*$/m, (line) => `${line},TLS:SASL_SSL`)
    .replace(/^listener\.name\.services(\.scram.*)$/m, (line, rest: string) => `${line}\nlistener.name.tls${rest}`);

const PASSWORD = 'of-a-test';
const keystore = (folder: string): string =>
  [`location=${folder}/keys.p12`, 'type=PKCS12', `password=${PASSWORD}`]
    .map((line) => `listener.name.tls.ssl.keystore.${line}`)
    .concat(`listener.name.tls.ssl.key.password=${PASSWORD}`)
    .join('\n');

/** A key for the broker and a certificate that vouches for itself, made by the Java that is here anyway. */
async function makeKeystore(folder: string): Promise<void> {
  const store = [
    '-keystore',
    join(folder, 'keys.p12'),
    '-storetype',
    'PKCS12',
    '-storepass',
    PASSWORD,
    '-alias',
    'broker',
  ];
  const key = ['-keyalg', 'EC', '-groupname', 'secp256r1', '-dname', 'CN=127.0.0.1', '-ext', 'san=ip:127.0.0.1'];
  await run('keytool', ['-genkeypair', ...store, ...key]);
  await run('keytool', ['-exportcert', '-rfc', ...store, '-file', join(folder, 'ca.pem')]);
}
