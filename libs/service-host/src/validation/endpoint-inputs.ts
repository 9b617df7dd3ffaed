import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { isZodDto } from 'nestjs-zod/dto';
import type { z } from 'zod';

/** What one endpoint declares that it takes. */
export interface EndpointInputs {
  name: string;
  method: string;
  takesBody: boolean;
  takesQuery: boolean;
  /** DTO class of each body and query parameter; `undefined` where none was declared. */
  schemas: { source: 'body' | 'query'; schema: z.ZodType | undefined }[];
}

type ArgsMetadata = Record<string, { index: number; data?: unknown } | undefined>;
const SOURCES: Partial<Record<string, 'body' | 'query'>> = {
  [String(RouteParamtypes.BODY)]: 'body',
  [String(RouteParamtypes.QUERY)]: 'query',
};

/** Reads the declared inputs of a controller's method; `undefined` when it is no HTTP endpoint. */
export function endpointInputs(
  controller: new (...args: never[]) => unknown,
  methodName: string,
): EndpointInputs | undefined {
  const prototype = controller.prototype as Record<string, unknown>;
  const handler = prototype[methodName];
  if (typeof handler !== 'function') return undefined;
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method === undefined) return undefined;
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, methodName) ?? {}) as ArgsMetadata;
  const types = (Reflect.getMetadata('design:paramtypes', prototype, methodName) ?? []) as unknown[];
  const schemas = Object.entries(args).flatMap(([key, arg]) => {
    const source = SOURCES[key.split(':')[0] ?? ''];
    if (source === undefined || arg === undefined) return [];
    const type = types[arg.index];
    return [{ source, schema: isZodDto(type) ? (type.schema as z.ZodType) : undefined }];
  });
  return {
    name: `${controller.name}.${methodName}`,
    method: RequestMethod[method],
    takesBody: schemas.some(({ source }) => source === 'body'),
    takesQuery: schemas.some(({ source }) => source === 'query'),
    schemas,
  };
}
