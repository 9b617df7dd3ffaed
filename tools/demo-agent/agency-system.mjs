import { randomUUID } from 'node:crypto';
import sealing from '@mash/sealing';

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

const AUDIENCES = {
  'contact-intake': 'CONTACT_INTAKE_URL',
  decision: 'DECISION_URL',
  'agency-requests': 'AGENCY_REQUESTS_URL',
  sharing: 'SHARING_URL',
};

/**
 * An agency's own system at work: everything that one needs to speak to the platform, and nothing that only the platform has. Client
 * credentials for tokens; its registered Ed25519 key for what it seals; the pinned public key of `sharing` to know leases by.
 */
export class AgencySystem {
  #tokens = new Map();

  /**
   * @param {object} its
   * @param {string} its.clientId client id at the identity provider
   * @param {string} its.clientSecret
   * @param {string} its.agencyId agency of the register
   * @param {string} its.partnershipId
   * @param {object} its.key private Ed25519 JWK whose public half is registered
   * @param {object} its.sharingKey public JWK of `sharing`, pinned by hand
   * @param {Record<string, string>} its.urls OIDC_ISSUER and <SERVICE>_URL
   */
  constructor(its) {
    Object.assign(this, its);
  }

  async #token(service, scope) {
    const name = `${service} ${scope}`;
    const known = this.#tokens.get(name);
    if (known && known.until > Date.now()) return known.value;
    const response = await fetch(`${this.urls.OIDC_ISSUER}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${this.clientId}:${this.clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource: `urn:mash:${service}`, scope }),
    });
    const answer = await response.json().catch(() => undefined);
    if (!response.ok) throw new Refused('POST', '/token', response.status, answer);
    this.#tokens.set(name, { value: answer.access_token, until: Date.now() + 240_000 });
    return answer.access_token;
  }

  /** @returns the parsed body; undefined for an empty one. @throws Refused */
  async call(service, scope, method, path, { body, headers = {} } = {}) {
    const response = await fetch(`${this.urls[AUDIENCES[service]]}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.#token(service, scope)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = response.status === 204 ? undefined : await response.json().catch(() => undefined);
    if (!response.ok) throw new Refused(method, path, response.status, answer);
    return answer;
  }

  /** What the agency owes, soonest first. */
  async worklist() {
    return (await this.call('agency-requests', 'requests:read', 'GET', '/worklist')).requests;
  }

  request(requestId) {
    return this.call('agency-requests', 'requests:read', 'GET', `/requests/${requestId}`);
  }

  /** What may still be opened. */
  async capabilities() {
    return (await this.call('sharing', 'capabilities:use', 'GET', '/capabilities')).capabilities;
  }

  /** Opens one question or notice, once. The proof shows that it is this system, with its own key. */
  async open({ capabilityId, capability }) {
    const proof = await sealing.proveCapabilityUse(capabilityId, this.key, new Date());
    const path = `/capabilities/${capabilityId}/open`;
    return this.call('sharing', 'capabilities:use', 'POST', path, { body: { capability, proof } });
  }

  /** Notices of immediate protection: that they are there. Each opens by its capability; a person confirms receipt in the console. */
  async notices() {
    return (await this.call('decision', 'notices:read', 'GET', '/notices')).notices;
  }

  /** A key to seal a concern to, believed only if the pinned key of `sharing` signed it for this partnership and this use. */
  async leaseKey() {
    const body = { partnershipId: this.partnershipId, use: 'enquiry', count: 1 };
    const [offered] = (await this.call('sharing', 'keys:lease', 'POST', '/keys/leases', { body })).leases;
    const { partnershipId } = this;
    return sealing.verifyLease(offered, this.sharingKey, { partnershipId, uses: ['enquiry'], now: new Date() });
  }

  /**
   * The key that a request is answered to. It comes by way of `agency-requests`, so it is believed only if the pinned key of `sharing` signed
   * it for this partnership and this very enquiry. @throws SealRefusal SEAL.LEASE_*: nothing is sealed to it
   */
  async answerKey({ enquiryId, answerKey }) {
    const expected = { partnershipId: this.partnershipId, uses: ['enquiry'], enquiryId, now: new Date() };
    return (await sealing.verifyLease(answerKey, this.sharingKey, expected)).publicKey;
  }

  /** Seals in this system's own name. */
  async seal(ids, { facts = {}, content, publicKey }) {
    const envelope = await sealing.sealEnvelope({
      header: { partnershipId: this.partnershipId, version: 1, ...ids },
      facts,
      content,
      publicKey,
      sealer: { key: this.key, sealedBy: { kind: 'system', id: this.clientId } },
      sealedAt: new Date(),
    });
    return { kid: publicKey.kid, envelope };
  }

  /**
   * Answers one request about everybody whom it asks about. The same answer id again is the same answer.
   * @param {object} request as `request()` gives it
   * @param {(personId: string) => {facts: object, content: object}} answerAbout facts and content of `@mash/sealing` AnswerFacts, AnswerContent
   */
  async answer(request, answerAbout, answerId = randomUUID()) {
    const { requestId, enquiryId, agencyId, lines } = request;
    const publicKey = await this.answerKey(request);
    const envelopes = [];
    for (const personId of new Set(lines.filter(({ state }) => state === 'issued').map((line) => line.personId))) {
      const ids = { typ: 'answer', enquiryId, requestId, answerId, agencyId, personId };
      const sealed = await this.seal(ids, { ...answerAbout(personId), publicKey });
      envelopes.push({ envelopeId: randomUUID(), personId, sealed });
    }
    const path = `/requests/${requestId}/answers`;
    const body = { answerId, complete: true, envelopes };
    return this.call('agency-requests', 'requests:answer', 'POST', path, { body });
  }

  /** What became of an answer: `received`, `accepted`, or `rejected` with its code. */
  answerState(requestId, answerId) {
    return this.call('agency-requests', 'requests:answer', 'GET', `/requests/${requestId}/answers/${answerId}`);
  }

  /** Sends a concern: its words sealed to a leased key; the same contact id again is the same contact. */
  async contact({ contactId = randomUUID(), content, ...rest }) {
    const lease = await this.leaseKey();
    const sealed = await this.seal({ typ: 'contact', contactId }, { content, publicKey: lease.publicKey });
    const body = { contactId, ...rest, sealed, lease };
    const headers = { 'idempotency-key': contactId };
    return this.call('contact-intake', 'contacts:create', 'POST', '/contacts', { body, headers });
  }
}
