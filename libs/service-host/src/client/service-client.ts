import { traceHeaders, withSpan } from '@mash/telemetry';
import { Injectable } from '@nestjs/common';
import { SpanKind } from '@opentelemetry/api';
import type { z } from 'zod';
import type { ServiceName } from '../config';
import { PassingServiceFailure } from '../errors/passing-service-failure';
import { ServiceRefusal } from '../errors/service-refusal';
import type { ServiceTokens } from './service-tokens';

const TIMEOUT_MS = 5_000;

export interface ServiceCall<T> {
  /** What the answer must be; anything else is a failure, never passed on. */
  schema: z.ZodType<T>;
  /** `internal` when left out. */
  scope?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * Asks another service in this service's own name (client credentials; people's tokens are never passed on). Five seconds, no
 * retry: whoever waits decides. Down, late or failing is `PassingServiceFailure`; a "no" is `ServiceRefusal`.
 */
@Injectable()
export class ServiceClient {
  constructor(
    private readonly tokens: ServiceTokens,
    private readonly urls: Partial<Record<ServiceName, string>>,
  ) {}

  get<T>(service: ServiceName, path: string, call: Omit<ServiceCall<T>, 'body'>): Promise<T> {
    return this.call('GET', service, path, call);
  }

  post<T>(service: ServiceName, path: string, call: ServiceCall<T>): Promise<T> {
    return this.call('POST', service, path, call);
  }

  private call<T>(method: string, service: ServiceName, path: string, call: ServiceCall<T>): Promise<T> {
    const attributes = { 'http.request.method': method, 'mash.target': service };
    return withSpan(`${method} ${service}`, { kind: SpanKind.CLIENT, attributes }, async () => {
      const scope = call.scope ?? 'internal';
      let response = await this.send(method, service, path, scope, call);
      if (response.status === 401) {
        this.tokens.forget(service, scope);
        response = await this.send(method, service, path, scope, call);
      }
      return this.read(service, response, call.schema);
    });
  }

  private async send(method: string, service: ServiceName, path: string, scope: string, call: ServiceCall<unknown>) {
    const headers: Record<string, string> = {
      ...call.headers,
      ...traceHeaders(),
      authorization: `Bearer ${await this.tokens.tokenFor(service, scope)}`,
      accept: 'application/json',
    };
    const body = call.body === undefined ? null : JSON.stringify(call.body);
    if (body !== null) headers['content-type'] = 'application/json';
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      return await fetch(this.addressOf(service, path), { method, headers, body, signal, redirect: 'error' });
    } catch {
      throw new PassingServiceFailure(service, signal.aborted ? 'timeout' : 'unreachable');
    }
  }

  private addressOf(service: ServiceName, path: string): string {
    const base = this.urls[service];
    if (base === undefined) throw new Error(`No address is configured for ${service}`);
    return `${base}${path}`;
  }

  private async read<T>(service: ServiceName, response: Response, schema: z.ZodType<T>): Promise<T> {
    if (response.status >= 500) throw new PassingServiceFailure(service, 'failing');
    if (response.status === 429) throw new PassingServiceFailure(service, 'busy');
    const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
    if (!response.ok) throw new ServiceRefusal(service, response.status, codeIn(body));
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new PassingServiceFailure(service, 'unintelligible');
    return parsed.data;
  }
}

const codeIn = (body: unknown): string => {
  const code = (body as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : 'UNKNOWN';
};
