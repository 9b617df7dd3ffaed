import type { AgencyRequest, OverrideView, Review } from '@mash/contracts';
import { worklistView } from './worklist.presenter';

const now = new Date('2026-11-23T13:40:00.000Z');
const request = (changes: Partial<AgencyRequest> = {}): AgencyRequest => ({
  requestId: '0198cccc-0000-7000-8000-000000000001',
  enquiryId: '0198cccc-0000-7000-8000-000000000002',
  enquiryReference: 'E-7K2Q4X9',
  agencyId: 'riverside-police',
  agencyName: 'Riverside Police',
  purpose: 'S47',
  colour: 'red',
  state: 'open',
  proposedAt: '2026-11-23T12:00:00.000Z',
  proposedBy: 'somebody',
  issuedAt: '2026-11-23T12:01:00.000Z',
  dueAt: '2026-11-23T15:30:00.000Z',
  basis: 'elapsed',
  late: false,
  chasers: [],
  decided: false,
  lines: [
    {
      lineId: '0198cccc-0000-7000-8000-000000000003',
      personId: '0198cccc-0000-7000-8000-000000000004',
      category: 'police-incidents',
      existenceOnly: false,
      state: 'issued',
    },
  ],
  ...changes,
});
const desk = (requests: AgencyRequest[]) => ({ requests, reviews: [], tasks: [], notices: [], consentNotices: [] });

describe('The worklist of a liaison officer', () => {
  describe('what was set aside by an override', () => {
    const id = '0198cccc-0000-7000-8000-000000000009';
    const override: OverrideView = {
      ...{ overrideId: id, sharingDecisionId: id, enquiryId: request().enquiryId, enquiryReference: 'E-7K2Q4X9' },
      ...{ mode: 'content', holderAgencyId: 'riverside-police', toAgencyId: 'riverside-council' },
      ...{ toAudience: 'hub_analyst', purpose: 'S47', grounds: ['OV_HARM'], state: 'in_force', proposedBy: 'somebody' },
      ...{ proposedAt: '2026-11-23T12:00:00.000Z', judgements: [], mayConfirm: false, mayJudge: false },
    };
    const overriddenIn = (one: OverrideView) =>
      worklistView({ requests: [], reviews: [], tasks: [], notices: [], consentNotices: [], overrides: [one] }, now)
        .overridden;

    test('names the enquiry, and leads to what this agency said in it', () => {
      const [told] = overriddenIn(override);
      expect(told?.text).toMatch(/^E-7K2Q4X9: One item of Riverside Police/);
      expect(told?.own).toEqual({ href: `/what-we-said/${request().enquiryId}`, text: 'What we said' });
    });

    test('is no answer of this agency where it is a question that goes out', () => {
      expect(overriddenIn({ ...override, mode: 'ask' })[0]).not.toHaveProperty('own');
    });
  });

  test('says in its heading how many are owed and how many are late', () => {
    const late = request({ requestId: '0198cccc-0000-7000-8000-000000000009', late: true });
    expect(worklistView(desk([request(), late]), now).heading).toBe('2 are owed, 1 late');
    expect(worklistView(desk([request()]), now).heading).toBe('1 is owed, none late');
    expect(worklistView(desk([]), now).heading).toBe('Nothing is owed');
  });

  test('puts the soonest due first, and that is the next one to answer', () => {
    const sooner = request({
      requestId: '0198cccc-0000-7000-8000-000000000008',
      enquiryReference: 'E-SSSSSSS',
      dueAt: '2026-11-23T13:00:00.000Z',
      late: true,
    });
    const view = worklistView(desk([request(), sooner]), now);
    expect(view.rows.map(({ reference }) => reference)).toEqual(['E-SSSSSSS', 'E-7K2Q4X9']);
    expect(view.rows[0]?.clock).toMatchObject({ look: 'late', text: '40 min late' });
    expect(view.next).toEqual({
      href: '/requests/0198cccc-0000-7000-8000-000000000008/answer',
      text: 'Answer the next one',
    });
  });

  test('keeps what is answered out of what is owed, and what is answered in part in it', () => {
    const view = worklistView(
      desk([
        request({ state: 'answered', answeredAt: '2026-11-23T13:02:00.000Z' }),
        request({ state: 'part_answered' }),
      ]),
      now,
    );
    expect(view.heading).toBe('1 is owed, none late');
    expect(view.rows[0]?.notes).toEqual(['A part answer was sent: the rest is owed']);
    const href = '/what-we-said/0198cccc-0000-7000-8000-000000000002';
    expect(view.answered).toEqual([
      { reference: 'E-7K2Q4X9', when: 'Answered 13:02 today', href },
      { reference: 'E-7K2Q4X9', when: 'Answered in part', href },
    ]);
  });

  test('says "Do you know them?" where only that is asked, and warns that a decision stands', () => {
    const [line] = request().lines;
    const view = worklistView(desk([request({ decided: true, lines: [{ ...line!, existenceOnly: true }] })]), now);
    expect(view.rows[0]).toMatchObject({ asked: 'Do you know them?', people: '1 person' });
    expect(view.rows[0]?.notes).toEqual(['The hub has decided already: an answer will flag the decision']);
  });

  test('shows an unknown rating as not rated, never as a colour of its own', () => {
    expect(worklistView(desk([request({ colour: 'purple' })]), now).rows[0]?.rating.look).toBe('none');
  });

  test('points to the notices and releases that wait', () => {
    const notice = {
      noticeId: '0198cccc-0000-7000-8000-000000000010',
      enquiryId: '0198cccc-0000-7000-8000-000000000002',
      reference: 'E-7K2Q4X9',
      team: 'police',
      sentAt: '2026-11-23T13:00:00.000Z',
      receiptDueAt: '2026-11-23T13:15:00.000Z',
      sealed: { kid: 'k', envelope: 'x' },
    };
    expect(worklistView({ ...desk([]), notices: [notice] }, now).elsewhere).toEqual([
      { href: '/notices', text: '1 protection notice waits' },
    ]);
  });

  test('says what was recalled and what is on hold, and counts neither among what is owed', () => {
    const [line] = request().lines;
    const changedAt = '2026-11-23T13:20:00.000Z';
    const recalled = request({ state: 'recalled', lines: [{ ...line!, state: 'recalled', changedAt }] });
    const held = request({
      state: 'held',
      enquiryReference: 'E-SSSSSSS',
      lines: [{ ...line!, state: 'held', changedAt }],
    });
    const view = worklistView(desk([recalled, held]), now);
    expect(view.heading).toBe('Nothing is owed');
    expect(view.stopped.map(({ reference, words }) => `${reference}: ${words}`)).toEqual([
      'E-7K2Q4X9: Recalled: do not answer this; destroy what you noted (13:20 today)',
      'E-SSSSSSS: On hold: do not answer this until the hub says so (13:20 today)',
    ]);
  });

  test('points to what it was told of consent that changed, until it is confirmed', () => {
    const told = {
      ...{ noticeId: '0198cccc-0000-7000-8000-000000000011', personId: '0198cccc-0000-7000-8000-000000000012' },
      ...{
        statementId: '0198cccc-0000-7000-8000-000000000013',
        state: 'withdrawn' as const,
        agencyId: 'riverside-police',
      },
      ...{ holds: ['request' as const], raisedAt: '2026-11-23T13:00:00.000Z', dueAt: '2026-11-24T13:00:00.000Z' },
      ...{ enquiryId: '0198cccc-0000-7000-8000-000000000002', enquiryReference: 'E-7K2Q4X9' },
    };
    const links = (notice: typeof told & { confirmed?: 'destroyed' }) =>
      worklistView({ ...desk([]), consentNotices: [notice] }, now).elsewhere;
    expect(links(told)).toEqual([{ href: '/consent-notices', text: 'Consent changed: 1 notice waits' }]);
    expect(links({ ...told, confirmed: 'destroyed' })).toEqual([]);
  });

  test('tells a holder what was told in immediate protection, to whom and why, until somebody there has seen it', () => {
    const told = {
      ...{ noticeId: '0198cccc-0000-7000-8000-000000000031', enquiryId: request().enquiryId, items: 2 },
      ...{ enquiryReference: 'E-7K2Q4X9', toAgencyId: 'riverside-police', toAudience: 'police' as const },
      ...{ reason: 'immediate_protection' as const, toldAt: '2026-11-23T13:00:00.000Z' },
    };
    const [first, ...others] = worklistView({ ...desk([]), told: [told, { ...told, seenAt: told.toldAt }] }, now).told;
    expect(others).toEqual([]);
    expect(first?.seenAction).toBe('/holder-notices/0198cccc-0000-7000-8000-000000000031/seen');
    expect(first?.text).toContain('E-7K2Q4X9: the hub told Riverside Police 2 things that you had said, 13:00 today.');
    expect(first?.text).toContain('immediate protection');
  });

  test('shows what is to be released beside what is to be answered, soonest first, and counts both', () => {
    const release: Review = {
      ...{ mayAnswer: true, mayOverride: false, nobodyNamed: false, dutyRoutes: [] },
      ...{
        reviewId: '0198cccc-0000-7000-8000-000000000021',
        sharingDecisionId: '0198cccc-0000-7000-8000-000000000022',
      },
      ...{ enquiryId: request().enquiryId, about: { kind: 'item', id: '0198cccc-0000-7000-8000-000000000023' } },
      ...{
        mode: 'onward',
        fromAgencyId: 'riverside-police',
        toAgencyId: 'riverside-social-care',
        toAudience: 'team_sc',
      },
      ...{
        purpose: 'S47',
        releaser: 'holder',
        raisedAt: '2026-11-23T13:00:00.000Z',
        dueAt: '2026-11-23T14:00:00.000Z',
      },
      ...{ state: 'open', late: false, level: 'releaser', reasons: [], threshold: 's47', consent: 'given' },
      ...{ agreement: 'none', informParent: false, askedBy: 'an-analyst' },
    };
    const view = worklistView({ ...desk([request()]), reviews: [release] }, now);
    expect(view.heading).toBe('2 are owed, none late: 1 to answer, 1 to release or refuse');
    expect(view.rows.map(({ owed, reference }) => [owed, reference])).toEqual([
      ['Release onward', 'E-7K2Q4X9'],
      ['Answer', 'E-7K2Q4X9'],
    ]);
    expect(view.next?.text).toBe('Decide the next one');
    expect(view.rows[0]?.asked).toBe("May it leave the hub? To Riverside Children's Social Care.");
    expect(view.elsewhere).toEqual([]);
    const within = worklistView({ ...desk([request()]), reviews: [{ ...release, toAudience: 'hub_analyst' }] }, now);
    expect(within.rows[0]).toMatchObject({
      owed: 'Release to the hub',
      asked: "May they read it? To the hub's analysts.",
    });
  });
});
