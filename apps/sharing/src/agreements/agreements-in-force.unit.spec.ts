import { anAgreement, aLine } from '../../testing/an-agreement';
import { matchAgreement } from '../domain/decision';
import type { AgreementRepository, KeptVersion } from './agreement.repository';
import { AgreementsInForce } from './agreements-in-force';

const PARTNERSHIP = '01980000-0000-7000-8000-000000000001';
const now = new Date('2026-11-23T10:00:00Z');
const agreementId = '01980000-0000-7000-8000-0000000000aa';
const kept = (version: number, state: KeptVersion['state']): KeptVersion => ({
  partnershipId: PARTNERSHIP,
  content: anAgreement({
    agreementId,
    version,
    lines: [aLine({ purposes: ['S47'], categories: ['police-incidents'] })],
  }),
  state,
  proposedAt: now,
  stoppedAt: state === 'stopped' ? new Date(now.getTime() - 1000) : null,
});

const standing = async (versions: KeptVersion[]): Promise<string> => {
  const repository = { all: () => Promise.resolve(versions), fingerprint: () => Promise.resolve('mark') };
  const index = await new AgreementsInForce(repository as unknown as AgreementRepository).of(PARTNERSHIP);
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
    expect(await standing([kept(1, 'superseded'), kept(2, 'in_force')])).toBe('default_allow');
  });

  test('say that one was stopped, for as long as nothing is drawn again', async () => {
    expect(await standing([kept(1, 'stopped')])).toBe('stopped');
    expect(await standing([kept(1, 'stopped'), kept(2, 'approved')])).toBe('stopped');
    expect(await standing([kept(1, 'stopped'), kept(2, 'in_force')])).toBe('default_allow');
  });

  test('are not those that nobody has put in force', async () => {
    expect(await standing([kept(1, 'proposed')])).toBe('none');
    expect(await standing([kept(1, 'approved')])).toBe('none');
  });
});
