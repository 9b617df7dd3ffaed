import { DEMO_AGENCIES, type EnvelopeRefusals, type RegisterSystemKey, type SystemKeys } from '@mash/contracts';
import type { Express } from 'express';

type Key = SystemKeys['keys'][number];
const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const key = (letter: string, changes: Partial<Key>): Key => ({
  ...{
    kid: letter.repeat(43),
    agencyId: DEMO_AGENCIES.health,
    clientId: 'riverside-health-records',
    maySeal: ['answer'],
  },
  ...{
    state: 'current',
    registeredBy: 'somebody',
    registeredAt: inDays(-90),
    validFrom: inDays(-90),
    validTo: inDays(200),
  },
  ...changes,
});

/** `sharing`'s register of agencies' keys and its report, in memory. */
export function systemKeyRoutes(app: Express): void {
  const keys: Key[] = [
    key('A', {}),
    key('B', { agencyId: DEMO_AGENCIES.police, clientId: 'riverside-police-records', validTo: inDays(12) }),
    key('C', { state: 'revoked', revokedAt: inDays(-30), revokedBy: 'somebody', revokedBecause: 'compromised' }),
  ];
  const refusals: EnvelopeRefusals['refusals'] = [
    {
      ...{ refusalId: '01980000-0000-7000-8000-0000000000f1', enquiryId: '01980000-0000-7000-8000-0000000000f2' },
      ...{ envelopeId: '01980000-0000-7000-8000-0000000000f3', place: 'answer', code: 'SEAL.SIGNER_REVOKED' },
      ...{ presentedBy: 'riverside-health-records', presenterAgencyId: DEMO_AGENCIES.health, at: inDays(-1) },
    },
  ];
  app.get('/sharing/system-keys', (_request, response) => void response.json({ keys }));
  app.post('/sharing/system-keys', (request, response) => {
    const { agencyId, clientId, publicKey, maySeal, validTo, proof } = request.body as RegisterSystemKey;
    if (proof === 'stale') {
      const detail = 'The proof does not show that this system holds this key.';
      response.status(422).type('application/problem+json');
      response.send(JSON.stringify({ title: 'x', status: 422, code: 'SHARING.KEY_NOT_PROVEN', detail, traceId: '' }));
      return;
    }
    keys.unshift(key('D', { kid: publicKey.kid, agencyId, clientId, maySeal, validTo, validFrom: inDays(0) }));
    response.status(204).end();
  });
  app.post('/sharing/system-keys/:kid/revoke', (request, response) => {
    const found = keys.find(({ kid }) => kid === request.params.kid);
    const { reason } = request.body as { reason: Key['revokedBecause'] };
    if (found) Object.assign(found, { state: 'revoked', revokedAt: inDays(0), revokedBecause: reason });
    response.status(204).end();
  });
  app.get('/sharing/envelope-refusals', (_request, response) => void response.json({ refusals, page: 1, pages: 1 }));
}
