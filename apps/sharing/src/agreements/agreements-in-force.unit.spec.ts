import { matchAgreement } from '../domain/decision';
import type { AgreementRepository, AgreementRow } from './agreement.repository';
import { AgreementsInForce } from './agreements-in-force';

const PARTNERSHIP = '01980000-0000-7000-8000-000000000001';
const now = new Date('2026-11-23T10:00:00Z');
const row = (version: number, state: AgreementRow['state']): AgreementRow => ({
  agreementId: '01980000-0000-7000-8000-0000000000aa',
  version,
  partnershipId: PARTNERSHIP,
  slug: 'ours',
  title: 'Ours',
  tier: 'tier-2',
  owner: 'The hub',
  state,
  inForceFrom: '2026-01-01',
  inForceTo: null,
  reviewDue: '2027-01-01',
  lines: [
    {
      lineId: 'asking',
      rank: 'default',
      effect: 'allow',
      from: { organisations: [], kinds: ['council'] },
      to: { organisations: [], kinds: ['police'] },
      purposes: ['S47'],
      categories: ['police-incidents'],
      modes: ['ask'],
      standingRelease: [],
    },
  ],
  publishedBy: 'admin',
  publishedAt: now,
  stoppedAt: state === 'stopped' ? new Date(now.getTime() - 1000) : null,
});

const standing = async (rows: AgreementRow[]): Promise<string> => {
  const kept = { all: () => Promise.resolve(rows), fingerprint: () => Promise.resolve('mark') };
  const index = await new AgreementsInForce(kept as unknown as AgreementRepository).of(PARTNERSHIP);
  const parties = {
    fromOrganisation: 'council',
    fromKind: 'council',
    toOrganisation: 'force',
    toKind: 'police',
  } as const;
  const question = {
    purpose: 'S47',
    category: 'police-incidents',
    mode: 'ask',
    audience: 'police',
    now: now.getTime(),
  } as const;
  return matchAgreement(index, { ...parties, ...question }).agreement;
};

describe('The agreements that count', () => {
  test('are those in force', async () => {
    expect(await standing([row(1, 'superseded'), row(2, 'in_force')])).toBe('default_allow');
  });

  test('say that one was stopped, for as long as nothing is drawn again', async () => {
    expect(await standing([row(1, 'stopped')])).toBe('stopped');
    expect(await standing([row(1, 'stopped'), row(2, 'in_force')])).toBe('default_allow');
  });

  test('are not those that nobody has put in force', async () => {
    expect(await standing([row(1, 'draft')])).toBe('none');
  });
});
