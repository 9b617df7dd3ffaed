import { randomBytes } from 'node:crypto';
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brokerProperties } from './broker-properties';
import { freePort } from './free-port';

const JAVA = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
const START_PATIENCE_MS = 60_000;

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket.destroy().destroyed));
    socket.once('error', () => resolve(false));
  });

/** What a test asks of a broker beyond that it runs. */
export interface BrokerWishes {
  /** In the place of the settings of one that asks nobody for a name. It is up when `port` is open. */
  readonly properties?: (its: { port: number; controllerPort: number; folder: string }) => string;
  /** What is to be in its folder before it starts. */
  readonly before?: (folder: string) => Promise<void>;
  /** SCRAM-SHA-512 users that are there from the first start, with their passwords. */
  readonly users?: Readonly<Record<string, string>>;
}

function kafkaLibs(): string {
  const folder = process.env.MASH_KAFKA_LIBS;
  if (folder === undefined || folder === '') {
    throw new Error('No Kafka jars: run through npm run test:int, which fetches them and sets MASH_KAFKA_LIBS');
  }
  return folder;
}

/** A Kafka broker that belongs to one test, which may kill it and start it again on the same port with the same data. */
export class PrivateBroker {
  private process: ChildProcess | undefined;

  private constructor(
    private readonly port: number,
    readonly folder: string,
    readonly classPath: string,
  ) {}

  static async create({ properties, before, users = {} }: BrokerWishes = {}): Promise<PrivateBroker> {
    const [port, controllerPort] = [await freePort(), await freePort()];
    const folder = await mkdtemp(join(tmpdir(), 'mash-broker-'));
    const broker = new PrivateBroker(port, folder, `${kafkaLibs()}/*`);
    await before?.(folder);
    const lines = properties?.({ port, controllerPort, folder }) ?? brokerProperties(port, controllerPort, folder);
    await writeFile(broker.settings, lines);
    const clusterId = randomBytes(16).toString('base64url').replace(/^-/, 'A');
    const format = ['kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', broker.settings];
    const scram = Object.entries(users).map(([name, password]) => `SCRAM-SHA-512=[name=${name},password=${password}]`);
    const added = scram.flatMap((user) => ['--add-scram', user]);
    await promisify(execFile)('java', [...JAVA, '-cp', broker.classPath, ...format, ...added]);
    await broker.start();
    return broker;
  }

  private get settings(): string {
    return join(this.folder, 'server.properties');
  }

  get brokers(): string[] {
    return [`127.0.0.1:${this.port}`];
  }

  /** Starts the broker and waits until its port is open. */
  async start(): Promise<void> {
    const child = spawn('java', [...JAVA, '-cp', this.classPath, 'kafka.Kafka', this.settings], { stdio: 'ignore' });
    this.process = child;
    const patience = AbortSignal.timeout(START_PATIENCE_MS);
    while (!(await isOpen(this.port))) {
      if (patience.aborted || child.exitCode !== null) throw new Error('The private Kafka broker did not start');
      await wait(100);
    }
  }

  /** Kills the broker as a power cut would: no goodbye to anybody. */
  async kill(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** Kills the broker and removes its data. */
  async remove(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Starts a broker of one's own on a free port. Slow (about 6 seconds): only for tests that take a broker away, or ask more of one. */
export const startPrivateBroker = (wishes: BrokerWishes = {}): Promise<PrivateBroker> => PrivateBroker.create(wishes);
