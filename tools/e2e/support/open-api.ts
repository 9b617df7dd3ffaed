import { z } from 'zod';
import { urlOf, type ServiceName } from './platform';

const Document = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) }))),
});

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With its parameters in braces. */
  readonly path: string;
}

/** The document that a service serves of itself. */
export async function documentOf(service: ServiceName): Promise<z.infer<typeof Document>> {
  const response = await fetch(`${urlOf(service)}/openapi.json`);
  return Document.parse(await response.json());
}

/** Every endpoint that the document names. */
export async function endpointsOf(service: ServiceName): Promise<Endpoint[]> {
  const { paths } = await documentOf(service);
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({ method: method.toUpperCase() as Endpoint['method'], path })),
  );
}

/** The path with every parameter filled in. */
export const filled = (path: string, valueOf: (parameter: string) => string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_braces, parameter: string) => valueOf(parameter));
