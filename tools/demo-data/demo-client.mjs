import sealing from '@mash/sealing';
import { PARTNERSHIP } from './people.mjs';

/** An answer that was not a yes: what was asked, the status and the stable code. */
export class Refused extends Error {
  constructor(method, path, status, problem) {
    super(
      `${method} ${path}: ${status} ${problem?.code ?? ''} ${JSON.stringify(problem?.errors ?? problem?.detail ?? '')}`,
    );
    this.status = status;
    this.code = problem?.code;
  }
}

const RESOURCES = {
  CONTACT_INTAKE_URL: 'contact-intake',
  DECISION_URL: 'decision',
  AGENCY_REQUESTS_URL: 'agency-requests',
  SHARING_URL: 'sharing',
};

/**
 * Speaks to the platform as demo people do, through the public API only: five-minute tokens that the identity provider gives in the demo
 * alone, envelopes sealed before they leave.
 */
export class DemoClient {
  #env;
  #tokens = new Map();
  #leases = [];

  /** @param {Record<string, string | undefined>} env addresses, the loader's own client and secret, the key that vouches for demo people */
  constructor(env) {
    this.#env = env;
  }

  async #basic(path, body, type) {
    const { SERVICE_CLIENT_ID: id, SERVICE_CLIENT_SECRET: secret, OIDC_ISSUER: issuer } = this.#env;
    const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
    const response = await fetch(`${issuer}${path}`, {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body,
    });
    const answer = await response.json().catch(() => undefined);
    if (!response.ok) throw new Refused('POST', path, response.status, answer);
    return answer.access_token;
  }

  async #cached(key, fetchToken) {
    const known = this.#tokens.get(key);
    if (known && known.until > Date.now()) return known.value;
    const value = await fetchToken();
    this.#tokens.set(key, { value, until: Date.now() + 240_000 });
    return value;
  }

  #tokenOf(accountId, service) {
    const body = JSON.stringify({ accountId, resource: `urn:mash:${service}` });
    return this.#cached(`${accountId} ${service}`, () => this.#basic('/demo/token', body, 'application/json'));
  }

  #ownToken(service, scope) {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      resource: `urn:mash:${service}`,
      scope,
    }).toString();
    return this.#cached(`own ${service}`, () => this.#basic('/token', body, 'application/x-www-form-urlencoded'));
  }

  /** @returns the parsed body; undefined for an empty one. @throws Refused */
  async #send(token, service, method, path, body, headers = {}) {
    const [variable] = Object.entries(RESOURCES).find(([, name]) => name === service);
    const response = await fetch(`${this.#env[variable]}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = response.status === 204 ? undefined : await response.json().catch(() => undefined);
    if (!response.ok) throw new Refused(method, path, response.status, answer);
    return answer;
  }

  async as(accountId, service, method, path, body, headers) {
    return this.#send(await this.#tokenOf(accountId, service), service, method, path, body, headers);
  }

  get = (accountId, service, path) => this.as(accountId, service, 'GET', path);
  post = (accountId, service, path, body = undefined, headers = undefined) =>
    this.as(accountId, service, 'POST', path, body, headers);

  /** A key that a form takes when it is opened. */
  async takeKey() {
    if (this.#leases.length === 0) {
      const token = await this.#ownToken('sharing', 'keys:lease');
      const body = { partnershipId: PARTNERSHIP, use: 'enquiry', count: 20 };
      this.#leases = (await this.#send(token, 'sharing', 'POST', '/keys/leases', body)).leases;
    }
    return this.#leases.shift().publicKey;
  }

  async enquiryKey(enquiryId) {
    const token = await this.#ownToken('sharing', 'keys:lease');
    return (await this.#send(token, 'sharing', 'GET', `/enquiries/${enquiryId}/key`)).publicKey;
  }

  /** Seals what a demo person wrote, as the console would for them. @returns {Promise<{ kid: string, envelope: string }>} */
  async seal(author, ids, { facts = {}, content, publicKey }) {
    const key = JSON.parse(this.#env.CONSOLE_SIGNING_KEY);
    const envelope = await sealing.sealEnvelope({
      header: { partnershipId: PARTNERSHIP, version: 1, ...ids },
      facts,
      content,
      publicKey,
      sealer: { key, sealedBy: { kind: 'person', id: author } },
      sealedAt: new Date(),
    });
    return { kid: publicKey.kid, envelope };
  }
}

/** Tries again until `look` gives something, for what other services do in their own time. */
export async function eventually(look, { seconds = 30, every = 150 } = {}) {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look().catch((error) => {
      if (error instanceof Refused && (error.status === 404 || error.status === 409) && Date.now() < until)
        return undefined;
      throw error;
    });
    if (found !== undefined && found !== false) return found;
    if (Date.now() > until) throw new Error('The platform did not get there in time');
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
