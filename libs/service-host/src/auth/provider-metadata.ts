import { z } from 'zod';
import { PassingServiceFailure } from '../errors/passing-service-failure';

const Metadata = z.object({ issuer: z.string(), jwks_uri: z.url(), token_endpoint: z.url() });
export type ProviderMetadata = z.infer<typeof Metadata>;

const TIMEOUT_MS = 5_000;

/** The provider's discovery document, fetched when first needed and kept. A provider that is down is a passing failure. */
export class Provider {
  private found: Promise<ProviderMetadata> | undefined;

  constructor(
    readonly issuer: string,
    private readonly internalUrl: string | undefined,
  ) {}

  metadata(): Promise<ProviderMetadata> {
    this.found ??= this.fetch().catch((error: unknown) => {
      this.found = undefined; // try again with the next request
      throw error;
    });
    return this.found;
  }

  private async fetch(): Promise<ProviderMetadata> {
    const base = this.internalUrl ?? this.issuer;
    const metadata = await this.read(`${base}/.well-known/openid-configuration`);
    if (metadata.issuer.replace(/\/$/, '') !== this.issuer) {
      throw new Error('The identity provider names another issuer than OIDC_ISSUER');
    }
    return metadata;
  }

  private async read(url: string): Promise<ProviderMetadata> {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
      return Metadata.parse(await response.json());
    } catch {
      throw new PassingServiceFailure('identity-provider', 'unreachable');
    }
  }
}
