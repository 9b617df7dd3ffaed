import type { Log } from '@mash/telemetry';
import type { ServiceName } from './config';

/** What the host needs to stand up one service. Tests give it by hand; `runService` takes it from the environment. */
export interface HostSettings {
  service: ServiceName | (string & {});
  oidcIssuer: string;
  oidcInternalUrl?: string | undefined;
  urls?: Partial<Record<ServiceName, string>>;
  clientId?: string;
  clientSecret?: string;
  /** Largest JSON body in bytes; 1 MB when left out. */
  bodyLimit?: number;
  log?: Log;
}

export const HOST_SETTINGS = Symbol('HOST_SETTINGS');
