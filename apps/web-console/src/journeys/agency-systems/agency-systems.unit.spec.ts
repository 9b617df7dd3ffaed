import type { EnvelopeRefusals, SystemKeys } from '@mash/contracts';
import { Posted } from '../../forms/posted';
import { agencySystemsView } from './list/agency-systems.presenter';
import { readRegisterKey } from './register/register-key.form';
import { registerKeyView } from './register/register-key.presenter';
import { revokeKeyView } from './revoke/revoke-key.presenter';
import { unopenedView } from './unopened/unopened.presenter';

type Key = SystemKeys['keys'][number];
const now = new Date('2026-11-24T10:00:00Z');
const KID = 'a'.repeat(43);
const key = (changes: Partial<Key> = {}): Key => ({
  ...{ kid: KID, agencyId: 'riverside-health-trust', clientId: 'trust-records', maySeal: ['answer'], state: 'current' },
  ...{ registeredBy: 'x', registeredAt: '2026-11-01T10:00:00.000Z', validFrom: '2026-11-01T10:00:00.000Z' },
  ...{ validTo: '2027-11-01T10:00:00.000Z', ...changes },
});
const printed = JSON.stringify({
  ...{ agencyId: 'riverside-health-trust', clientId: 'trust-records', proof: 'a.b.c' },
  publicKey: { kty: 'OKP', crv: 'Ed25519', kid: KID, x: 'b'.repeat(43) },
});
const posted = (changes: object = {}) => new Posted({ printed, maySeal: ['answer'], lasts: '365', ...changes });

describe('The register of agencies’ systems', () => {
  test('says in its heading what matters most', () => {
    const heading = (...keys: Key[]) => agencySystemsView(keys, { mayRegister: true, now }).heading;
    expect(heading()).toBe('No agency’s own system takes part yet');
    expect(heading(key(), key({ kid: 'b'.repeat(43) }))).toBe('1 agency’s system takes part');
    expect(heading(key({ validTo: '2026-12-01T10:00:00.000Z' }))).toBe('1 key ends soon and has no follower');
    expect(heading(key({ state: 'revoked' }))).toBe('No agency’s own system takes part yet');
  });

  test('keeps what counts apart from what does not, and offers to revoke only what still counts', () => {
    const gone = key({ state: 'revoked', revokedAt: '2026-11-20T10:00:00.000Z', revokedBecause: 'lost' });
    const view = agencySystemsView([key(), gone], { mayRegister: false, now });
    expect(view.running.map(({ revokeHref }) => revokeHref)).toEqual([`/agency-systems/${KID}/revoke`]);
    expect(view.past).toMatchObject([{ state: 'Revoked', isLoud: true }]);
    expect(view.past[0]?.times[1]).toContain('it is lost');
    expect([view.registerHref, view.past[0]?.revokeHref]).toEqual([undefined, undefined]);
  });
});

describe('Registering a key', () => {
  test('takes what the system printed, and works the end out', () => {
    const { registration, errors } = readRegisterKey(posted(), [], now);
    expect(errors).toEqual([]);
    expect(registration).toMatchObject({ clientId: 'trust-records', validTo: '2027-11-24T10:00:00.000Z' });
    expect(registration).not.toHaveProperty('replaces');
  });

  test.each<[string, object, string]>([
    ['no printed key', { printed: '' }, 'printed'],
    ['half of it', { printed: printed.slice(0, 40) }, 'printed'],
    ['a private key', { printed: printed.replace('"x"', '"d":"secret","x"') }, 'printed'],
    ['nothing that it may seal', { maySeal: [] }, 'maySeal'],
    ['a right that no system has', { maySeal: ['decision'] }, 'maySeal'],
    ['no end', { lasts: '' }, 'lasts'],
    ['a life that is not offered', { lasts: '9999' }, 'lasts'],
    ['a key to follow and no overlap', { replaces: KID }, 'overlap'],
  ])('with %s says what to do', (_what, changes, field) => {
    const { registration, errors } = readRegisterKey(posted(changes), [key()], now);
    expect(registration).toBeUndefined();
    expect(errors.map((error) => error.field)).toEqual([field]);
  });

  test('follows an earlier key with an overlap; one that is not listed counts as none', () => {
    const follows = readRegisterKey(posted({ replaces: KID, overlap: '7' }), [key()], now);
    expect(follows.registration?.replaces).toEqual({ kid: KID, overlapDays: 7 });
    const strange = readRegisterKey(posted({ replaces: 'z'.repeat(43), overlap: '7' }), [key()], now);
    expect(strange.registration).not.toHaveProperty('replaces');
  });

  test('asks about an earlier key only where there is one', () => {
    expect(registerKeyView([], undefined, []).fields).toHaveLength(3);
    expect(registerKeyView([key()], undefined, []).fields).toHaveLength(5);
  });
});

test('Revoking says what stops and what does not', () => {
  const { heading, after } = revokeKeyView(key(), []);
  expect(heading).toBe('Revoke the key of trust-records?');
  expect(after.join(' ')).toMatch(/nothing new.*accepted before stays readable.*cannot be taken back/s);
});

describe('Envelopes that did not open', () => {
  const refusal: EnvelopeRefusals['refusals'][number] = {
    ...{ refusalId: 'r', enquiryId: 'e', place: 'answer', envelopeId: 'v', code: 'SEAL.SIGNER_REVOKED' },
    ...{ presentedBy: 'trust-records', presenterAgencyId: 'riverside-health-trust', at: '2026-11-24T09:00:00.000Z' },
  };
  const view = (refusals: EnvelopeRefusals['refusals'], its = { page: 1, pages: 1 }, readsLedger = true) =>
    unopenedView({ refusals, ...its }, { now, readsLedger });

  test('are told in words, with code and ids', () => {
    expect(view([refusal])).toMatchObject({
      heading: '1 envelope did not open',
      rows: [{ why: 'The key that signed it was revoked', code: 'SEAL.SIGNER_REVOKED', ledgerHref: '/ig/ledger/e' }],
    });
    expect(view([]).heading).toBe('Every envelope has opened where it lay');
    expect(view([{ ...refusal, code: 'SEAL.NEW' }]).rows[0]?.why).toBe('It did not open');
  });

  test('lead to the ledger only for those who may read it, and page by page', () => {
    expect(view([refusal], { page: 2, pages: 3 }, false).rows[0]).not.toHaveProperty('ledgerHref');
    expect(view([refusal], { page: 2, pages: 3 })).toMatchObject({
      older: '/ig/envelopes?page=3',
      newer: '/ig/envelopes?page=1',
    });
  });
});
