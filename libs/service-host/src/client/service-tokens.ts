import { z } from 'zod';
import type { Provider } from '../auth/provider-metadata';
import { PassingServiceFailure } from '../errors/passing-service-failure';
import { ServiceRefusal } from '../errors/service-refusal';

const TokenAnswer = z.object({ access_token: z.string(), expires_in: z.number().positive() });
const TIMEOUT_MS = 5_000;
const EARLY_MS = 30_000;

interface CachedToken {
  token: Promise<string>;
  usableUntil: number;
}

/** Client-credentials tokens of this service, one for each target and scope, kept until half a minute before their end. */
export class ServiceTokens {
  private readonly cached = new Map<string, CachedToken>();

  constructor(
    private readonly provider: Provider,
    private readonly clientId: string,
    private readonly clientSecret: string,
    private readonly now: () => number,
  ) {}

  tokenFor(target: string, scope: string): Promise<string> {
    const key = `${target} ${scope}`;
    const known = this.cached.get(key);
    if (known !== undefined && known.usableUntil > this.now()) return known.token;
    const entry: CachedToken = { token: Promise.resolve(''), usableUntil: this.now() + EARLY_MS };
    entry.token = this.fetch(target, scope, entry).catch((error: unknown) => {
      if (this.cached.get(key) === entry) this.cached.delete(key);
      throw error;
    });
    this.cached.set(key, entry);
    return entry.token;
  }

  /** A token that the target no longer takes (keys changed, clock moved) is not used again. */
  forget(target: string, scope: string): void {
    this.cached.delete(`${target} ${scope}`);
  }

  private async fetch(target: string, scope: string, entry: CachedToken): Promise<string> {
    const { token_endpoint: endpoint } = await this.provider.metadata();
    const body = new URLSearchParams({ grant_type: 'client_credentials', resource: `urn:mash:${target}`, scope });
    const response = await this.post(endpoint, body);
    if (response.status >= 500) throw new PassingServiceFailure('identity-provider', 'failing');
    if (!response.ok) throw new ServiceRefusal('identity-provider', response.status, 'AUTH.CLIENT_REFUSED');
    const answer = TokenAnswer.parse(await response.json());
    entry.usableUntil = this.now() + answer.expires_in * 1000 - EARLY_MS;
    return answer.access_token;
  }

  private async post(endpoint: string, body: URLSearchParams): Promise<Response> {
    const pair = [this.clientId, this.clientSecret].map(encodeURIComponent).join(':');
    const headers = { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
    try {
      return await fetch(endpoint, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
      });
    } catch {
      throw new PassingServiceFailure('identity-provider', 'unreachable');
    }
  }
}
