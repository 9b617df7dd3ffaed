import { DEMO_AGENCIES } from '@mash/contracts';
import { MovableClock, people } from '@mash/testing';
import { consentWith } from '../../testing/a-consent';
import { linesWith } from '../../testing/a-line';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { SharingDecisionRepository } from './sharing-decision.repository';

jest.setTimeout(120_000);

/** Of one instance, and of another whose clock is two seconds behind it. */
const AHEAD = '2026-11-24T10:00:02.000Z';
const BEHIND = '2026-11-24T10:00:00.000Z';

describe('A line that is decided again by an instance whose clock is behind', () => {
  const clock = new MovableClock(AHEAD);
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing({ clock });
    await establish(sharing);
  });
  afterAll(() => sharing.close());

  test('stands as it was decided last: a withdrawal stops what the other let through', async () => {
    clock.set(AHEAD);
    const enquiry = await AnEnquiry.begin(sharing);
    const [lines, consent] = [linesWith(sharing), consentWith(sharing, enquiry)];
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
    const said = { personId: enquiry.personId, statedAt: '2026-11-23T09:00:00.000Z' };
    await consent.came({ ...said, state: 'given' });
    const its = { agencyId: DEMO_AGENCIES.health, category: 'health-injuries', purpose: 'S17' } as const;
    const lineId = await lines.decided(enquiry, its);
    clock.set(BEHIND);
    await consent.state({ state: 'withdrawn', statedAt: '2026-11-24T09:00:00.000Z' }, people.analyst);
    await consent.hear();
    const newest = await sharing.app.get(SharingDecisionRepository).newestAbout(lineId);
    expect(newest).toMatchObject({ outcome: 'DENY', supersedes: expect.any(String) });
    expect(newest?.decidedAt.getTime()).toBeGreaterThan(Date.parse(AHEAD));
  });
});
