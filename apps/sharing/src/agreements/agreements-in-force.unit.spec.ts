import type { AgreementContent } from '@mash/contracts';
import { anAgreement, aLine } from '../../testing/an-agreement';
import { matchAgreement } from '../domain/decision';
import type { AgreementRepository, KeptVersion } from './agreement.repository';
import { AgreementsInForce } from './agreements-in-force';

const PARTNERSHIP = '01980000-0000-7000-8000-000000000001';
const now = new Date('2026-11-23T10:00:00Z');
const agreementId = '01980000-0000-7000-8000-0000000000aa';
const kept = (version: number, state: KeptVersion['state'], days: Partial<AgreementContent> = {}): KeptVersion => ({
  partnershipId: PARTNERSHIP,
  content: anAgreement({
    agreementId,
    version,
    lines: [aLine({ purposes: ['S47'], categories: ['police-incidents'] })],
    ...days,
  }),
  state,
  proposedAt: now,
  stoppedAt: state === 'stopped' ? new Date(now.getTime() - 1000) : null,
});

const standing = async (versions: KeptVersion[], at = now): Promise<string> => {
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
    now: at.getTime(),
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

  test('say so until the day on which the later version counts, whatever it was put in force for', async () => {
    const later = [kept(1, 'stopped'), kept(2, 'in_force', { inForceFrom: '2027-03-01' })];
    expect(await standing(later)).toBe('stopped');
    expect(await standing(later, new Date('2027-02-28T23:59:59Z'))).toBe('stopped');
    expect(await standing(later, new Date('2027-03-01T00:00:00Z'))).toBe('default_allow');
    const over = [kept(1, 'stopped'), kept(2, 'in_force', { inForceTo: '2026-11-22' })];
    expect(await standing(over)).toBe('stopped');
  });

  test('say of one that was drawn again and has ended that it has expired', async () => {
    const ended = [kept(1, 'stopped'), kept(2, 'in_force', { inForceTo: '2026-12-31' })];
    expect(await standing(ended)).toBe('default_allow');
    expect(await standing(ended, new Date('2027-01-01T00:00:00Z'))).toBe('expired');
  });

  test('are never again those of a version that was stopped', async () => {
    const other = { lines: [aLine({ purposes: ['EH'], categories: ['police-incidents'] })] };
    expect(await standing([kept(1, 'stopped'), kept(2, 'in_force', other)])).toBe('none');
    const days = { inForceTo: '2026-11-30' };
    expect(await standing([kept(1, 'stopped', days), kept(2, 'in_force', other)], new Date('2027-01-01'))).toBe('none');
    const notYet = { inForceFrom: '2026-12-01' };
    expect(await standing([kept(1, 'stopped', notYet), kept(2, 'in_force', other)])).toBe('none');
  });

  test('are not those that nobody has put in force', async () => {
    expect(await standing([kept(1, 'proposed')])).toBe('none');
    expect(await standing([kept(1, 'approved')])).toBe('none');
  });
});
