import { DEMO_AGENCIES, type Category, type Purpose, type Released } from '@mash/contracts';
import { people } from '@mash/testing';
import { aLine, anAgreement, conclude } from '../../testing/an-agreement';
import { consentWith } from '../../testing/a-consent';
import { linesWith, proposedLine } from '../../testing/a-line';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry, type AnItem } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);
const { council, police, health } = DEMO_AGENCIES;
const TAKEN_BACK = `UPDATE sharing_decision SET outcome = 'DENY' WHERE enquiry_id = $1 AND mode = 'ask'`;

describe('An answer that brings nothing', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    // Nothing else covers this category: of it the police say whether they know somebody, and no more.
    const known = {
      lineId: 'known',
      categories: ['police-convictions'] as Category[],
      purposes: ['S17', 'S47'] as Purpose[],
    };
    const ofPolice = { organisations: [], kinds: ['police' as const] };
    const toCouncil = { organisations: [], kinds: ['council' as const] };
    const asking = aLine({ ...known, lineId: 'asking', modes: ['ask'] });
    const answering = aLine({ ...known, modes: ['existence'], from: ofPolice, to: toCouncil });
    await conclude(sharing, anAgreement({ slug: 'known-only', title: 'Known only', lines: [asking, answering] }));
  });
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
  });
  afterAll(() => sharing.close());

  const answered = async (agencyId: string, category: Category, items: AnItem[] = [], purpose: Purpose = 'S47') => {
    const { line, event } = await proposedLine(enquiry, { agencyId, category, purpose });
    await linesWith(sharing).react(event);
    return (await enquiry.answer(items, agencyId, undefined, undefined, line.requestId)).row;
  };
  const read = (envelopes: object[], as: typeof people.analyst = people.analyst) => enquiry.released(envelopes, {}, as);
  const ledger = ({ releaseId }: Released) =>
    sharing.query<{ mode: string; outcome: string }>(
      'SELECT mode, outcome FROM disclosure WHERE release_id = $1 ORDER BY mode',
      [releaseId],
    );
  const agreementOf = async ({ releaseId }: Released): Promise<string> => {
    const select = 'SELECT agreement_ref AS ref FROM disclosure WHERE release_id = $1';
    return (await sharing.query<{ ref: string }>(select, [releaseId])).map(({ ref }) => ref).join();
  };
  const register = (more: object) =>
    sharing.as(people.admin)('put', '/register/agencies', {
      agencies: [
        {
          agencyId: health,
          name: `The body ${health}`,
          kind: 'health',
          bound: true,
          reveals: 'none',
          s47List: true,
          answersFor: ['health'],
          ...more,
        },
      ],
    });

  test('is told within the hub as existence, and its ledger line says so', async () => {
    const released = await read([await answered(police, 'police-incidents')]);
    expect(released.coverage).toMatchObject([{ state: 'not_known', agencyId: police }]);
    expect(await ledger(released)).toEqual([{ mode: 'existence', outcome: 'PERMIT' }]);
  });

  test('passes an agreement that covers existence only, which holds the content back', async () => {
    const none = await answered(police, 'police-convictions');
    const facts = { category: 'police-convictions' } as const;
    const some = await answered(police, 'police-convictions', [{ text: 'Fined.', facts, content: facts }]);
    const released = await read([none, some]);
    expect(released.coverage.map(({ envelopeId }) => envelopeId)).toContain(none.envelopeId);
    expect(released.items).toMatchObject([
      { visibility: 'withheld', outcome: 'REVIEW', reason: { code: 'AGREEMENT_GAP' } },
    ]);
    expect(await ledger(released)).toEqual([
      { mode: 'content', outcome: 'REVIEW' },
      { mode: 'existence', outcome: 'PERMIT' },
    ]);
  });

  test('is of the class that its own request asked for, whatever another request asked the same agency', async () => {
    const [incidents, convictions] = [
      await answered(police, 'police-incidents'),
      await answered(police, 'police-convictions'),
    ];
    expect(await agreementOf(await read([incidents]))).not.toMatch(/ known$/);
    expect(await agreementOf(await read([convictions]))).toMatch(/ known$/);
    await sharing.query(TAKEN_BACK, [enquiry.enquiryId]);
    expect(await agreementOf(await read([convictions]))).toMatch(/ known$/);
  });

  test('is ordinary personal data, though what was asked for is special: no ground, no manager', async () => {
    enquiry.factsAre({ decision: { threshold: 'early_help', colour: 'amber', urgent: false } });
    const state = { state: 'not_sought', givenBy: 'not_applicable', how: undefined } as const;
    await consentWith(sharing, enquiry).state(state);
    const row = await answered(health, 'health-injuries', [], 'EH');
    const released = await enquiry.released([row], { purpose: 'EH' });
    expect(released.coverage).toMatchObject([{ agencyId: health }]);
  });

  test('of a body whose name gives it away is decided as that content, raised once, and counted without its name until it may be known', async () => {
    enquiry.factsAre({ decision: { threshold: 'early_help', colour: 'amber', urgent: false } });
    const state = { state: 'not_sought', givenBy: 'not_applicable', how: undefined } as const;
    await consentWith(sharing, enquiry).state(state);
    expect((await register({ reveals: 'addiction', name: 'Drug and alcohol service' })).status).toBe(204);
    const row = await answered(health, 'health-injuries', [], 'EH');
    const [first, again] = [await read([row]), await read([row])];
    expect((await register({})).status).toBe(204);
    expect(first.coverage).toEqual([]);
    expect(first.items).toHaveLength(1);
    expect(first.items[0]).toMatchObject({ visibility: 'withheld' });
    expect(first.items[0]).not.toHaveProperty('agencyId');
    expect(JSON.stringify(first)).not.toMatch(/Drug|riverside-health/);
    expect(again.items[0]?.reviewId).toBe(first.items[0]?.reviewId);
  });

  test('that leaves the hub is onward', async () => {
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    const released = await read([await answered(police, 'police-incidents')], people.socialCareManager);
    expect(await ledger(released)).toMatchObject([{ mode: 'onward' }]);
  });

  test('of a charity to a request that states its task rests on recognised legitimate interests', async () => {
    const { line, event } = await proposedLine(enquiry, {
      ...{ agencyId: 'a-charity', category: 'hub-summary', task: 'ca89_s47' },
    });
    await linesWith(sharing).react(event);
    const { row } = await enquiry.answer([], 'a-charity', undefined, undefined, line.requestId);
    const released = await read([row]);
    expect(released.items.map(({ reason }) => reason.code)).not.toContain('NO_BASIS');
    expect(line.agencyId).not.toBe(council);
  });
});
