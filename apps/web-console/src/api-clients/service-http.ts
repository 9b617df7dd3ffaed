import { Inject, Injectable } from '@nestjs/common';
import { context, propagation } from '@opentelemetry/api';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { z } from 'zod';
import { CONFIG } from '../config.token';
import type { ConsoleConfig, ServiceName } from '../config';
import type { ConsoleRequest } from '../session/console-request';
import { UserTokens } from '../sign-in/user-tokens';
import { problemOf } from './problem-of';
import { ServiceDown } from './service-errors';

const TIMEOUT_MS = 5_000;
/** The last byte of a file; one that takes longer breaks off, and is seen to be broken off. */
const FILE_TIMEOUT_MS = 300_000;

/** Who asks: the request of the signed-in person, whose own five-minute token goes along. */
export type Asker = ConsoleRequest;

export interface Call<Schema extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** The contract of the answer. An answer that is not so is a failure of the service, never shown half. */
  readonly schema: Schema;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where a service may take longer than others are waited for (ms). */
  readonly timeoutMs?: number;
}

/** What a service sends as a file. */
export interface ServiceFile {
  readonly stream: Readable;
  readonly type: string;
  readonly disposition: string;
}

/** An answer whose body nobody reads. */
export const NO_ANSWER = z.unknown().transform(() => undefined);

/** Calls the services in a person's name: token, trace, time limit, contract, errors. The typed clients are built on it. */
@Injectable()
export class ServiceHttp {
  constructor(
    private readonly tokens: UserTokens,
    @Inject(CONFIG) private readonly config: ConsoleConfig,
  ) {}

  get<Schema extends z.ZodType>(
    asker: Asker,
    service: ServiceName,
    path: string,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    return this.call(asker, service, { method: 'GET', path, schema });
  }

  post<Schema extends z.ZodType>(
    asker: Asker,
    service: ServiceName,
    path: string,
    body: object,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    return this.call(asker, service, { method: 'POST', path, body, schema });
  }

  async call<Schema extends z.ZodType>(
    asker: Asker,
    service: ServiceName,
    call: Call<Schema>,
  ): Promise<z.infer<Schema>> {
    return this.callWithToken(await this.tokens.tokenFor(asker, service), service, call);
  }

  /** With a token in hand: the console's own (key leases), or in tests anyone's. Without one only what answers anybody answers. */
  async callWithToken<Schema extends z.ZodType>(
    token: string | undefined,
    service: ServiceName,
    call: Call<Schema>,
  ): Promise<z.infer<Schema>> {
    const response = await this.fetch(token, service, call);
    const body = await this.bodyOf(response, service);
    if (!response.ok) throw problemOf(service, response.status, body);
    const answer = call.schema.safeParse(body);
    if (!answer.success) throw new ServiceDown(service, new UnexpectedAnswer(service, answer.error));
    return answer.data;
  }

  /**
   * A file as it comes, without a limit of its own once it has begun: it is handed on, not read here.
   * @throws as every call, where the service refuses it before the first byte
   */
  async file(asker: Asker, service: ServiceName, path: string): Promise<ServiceFile> {
    const token = await this.tokens.tokenFor(asker, service);
    const response = await this.fetch(token, service, {
      ...{ method: 'GET', path, schema: NO_ANSWER, timeoutMs: FILE_TIMEOUT_MS },
    });
    if (!response.ok || response.body === null)
      throw problemOf(service, response.status, await this.bodyOf(response, service));
    return {
      stream: Readable.fromWeb(response.body as ReadableStream<Uint8Array>),
      type: response.headers.get('content-type') ?? 'application/octet-stream',
      disposition: response.headers.get('content-disposition') ?? 'attachment',
    };
  }

  private async fetch(
    token: string | undefined,
    service: ServiceName,
    { method, path, body, headers, timeoutMs = TIMEOUT_MS }: Call<z.ZodType>,
  ): Promise<Response> {
    const sent: Record<string, string> = { accept: 'application/json', ...headers };
    if (token !== undefined) sent['authorization'] = `Bearer ${token}`;
    propagation.inject(context.active(), sent);
    if (body !== undefined) sent['content-type'] = 'application/json';
    try {
      return await fetch(`${this.config.services[service]}${path}`, {
        method,
        headers: sent,
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      });
    } catch (error) {
      throw new ServiceDown(service, error);
    }
  }

  private async bodyOf(response: Response, service: ServiceName): Promise<unknown> {
    try {
      const text = await response.text();
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    } catch (error) {
      if (!response.ok && error instanceof SyntaxError) return undefined;
      throw new ServiceDown(service, error);
    }
  }
}

/** Names the fields that broke the contract, never their values. */
class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  readonly code: string;

  constructor(service: ServiceName, error: z.ZodError) {
    super('The answer is not what the contract says');
    this.code = `${service}: ${[...new Set(error.issues.map((issue) => issue.path.join('.')))].join(', ')}`.slice(
      0,
      300,
    );
  }
}
