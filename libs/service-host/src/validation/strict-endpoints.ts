import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { endpointInputs } from './endpoint-inputs';
import type { EndpointInputs } from './endpoint-inputs';
import { looseObjectsIn } from './loose-objects';

const faultsOf = (endpoint: EndpointInputs): string[] =>
  endpoint.schemas.flatMap(({ source, schema }) => {
    if (schema === undefined) return [`${endpoint.name}: its ${source} has no zod DTO`];
    return looseObjectsIn(schema).map((path) => `${endpoint.name}: ${source} ${path} is not a z.strictObject`);
  });

/** Keeps the promise "every endpoint validates, unknown fields are refused": a service with an endpoint that does not will not start. */
@Injectable()
export class StrictEndpoints implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const faults = this.endpoints().flatMap(faultsOf);
    if (faults.length > 0) throw new Error(`Endpoints that do not validate strictly: ${faults.join('; ')}`);
  }

  private endpoints(): EndpointInputs[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const controller = metatype as new (...args: never[]) => unknown;
      const names = this.scanner.getAllMethodNames(controller.prototype as object);
      return names.flatMap((name) => endpointInputs(controller, name) ?? []);
    });
  }
}
