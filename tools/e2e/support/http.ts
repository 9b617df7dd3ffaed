import { z } from 'zod';
import type { Person } from './people';
import { urlOf, type ServiceName } from './platform';
import { Refusal } from './refusal';
import { personToken } from './tokens';

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** What a service answers to a token, whatever it is. No token: the call goes out without one. */
export async function call(
  token: string | undefined,
  service: ServiceName,
  path: string,
  its: Call = {},
): Promise<Answer> {
  const response = await fetch(`${urlOf(service)}${path}`, {
    method: its.method ?? 'GET',
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(its.body !== undefined && { 'content-type': 'application/json' }),
      ...its.headers,
    },
    ...(its.body !== undefined && { body: JSON.stringify(its.body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const body: unknown = isJson && text !== '' ? JSON.parse(text) : text;
  return { status: response.status, body, headers: response.headers };
}

/** What a service answers to a demo person, whatever it is. */
export const callAs = async (person: Person, service: ServiceName, path: string, its: Call = {}): Promise<Answer> =>
  call(await personToken(person, service), service, path, its);

async function granted(person: Person, service: ServiceName, path: string, its: Call): Promise<unknown> {
  const { status, body } = await callAs(person, service, path, its);
  if (status >= 400) throw new Refusal(`${its.method ?? 'GET'} ${path}`, status, body);
  return body;
}

/** Reads as a demo person. The answer has to be what the contract says. @throws Refusal */
export const read = async <Schema extends z.ZodType>(
  person: Person,
  service: ServiceName,
  path: string,
  schema: Schema,
): Promise<z.infer<Schema>> => schema.parse(await granted(person, service, path, {}));

/** Acts as a demo person. @throws Refusal */
export const act = async <Schema extends z.ZodType = z.ZodUnknown>(
  person: Person,
  service: ServiceName,
  path: string,
  body?: unknown,
  its: { schema?: Schema; method?: 'POST' | 'PUT'; headers?: Readonly<Record<string, string>> } = {},
): Promise<z.infer<Schema>> => {
  const { schema, method = 'POST', headers } = its;
  const answer = await granted(person, service, path, { method, body, ...(headers && { headers }) });
  return (schema ?? z.unknown()).parse(answer) as z.infer<Schema>;
};
