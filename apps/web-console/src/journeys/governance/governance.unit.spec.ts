import { FormerIdsInQuery, MOST_FORMER_IDS, type AuditEntryView, type LookView, type Review } from '@mash/contracts';
import { ServiceDown, ServiceProblem, AuditIsDown } from '../../api-clients/service-errors';
import { agreementStub } from '../../../browser-tests/stubs/agreement-stub';
import { DECIDED } from '../../../browser-tests/stubs/decided-enquiry';
import { Posted } from '../../forms/posted';
import { auditorsDesk, igDeskView } from './desk/ig-desk.presenter';
import { releasedByHumans } from './desk/released-by-humans';
import { entriesWanted, readLogFilter } from './log/log.form';
import { logView } from './log/log.presenter';
import { looksView } from './looks/looks.presenter';
import { actionWords } from './shared/action-words';
import { readEnquirySearch } from './shared/enquiry-search';
import { partOfPage } from './shared/part-of-page';

const now = new Date('2026-11-23T14:00:00.000Z');
const AT = '2026-11-23T10:00:00.000Z';
const { enquiryId } = DECIDED;
const entry: AuditEntryView = {
  ...{ entryId: enquiryId, partnershipId: enquiryId, service: 'decision', at: AT, action: 'enquiry.read', seq: 7 },
  ...{ actor: { id: 'worker-1', kind: 'person', roles: ['mash-analyst'], agencyId: 'riverside-council' } },
  ...{ subject: { type: 'Enquiry', id: enquiryId }, enquiryId, outcome: 'shown', traceId: 't', hash: 'h' },
};
const look: LookView = {
  ...{ day: '2026-11-23', workerId: 'worker-1', workerKind: 'person', agencyId: 'riverside-council' },
  ...{
    roles: ['mash-analyst'],
    action: 'enquiry.read',
    purpose: null,
    outcome: 'shown',
    times: 2,
    first: AT,
    last: '2026-11-23T11:30:00.000Z',
  },
};
const whole = {
  ...{ isIntact: true, entries: 41, unreadable: 0, head: 'abc', firstBroken: null, verifiedAt: AT },
  lastSigned: { seq: 40, signedAt: AT },
};
const review = (changes: Partial<Review>): Review => ({
  ...{ reviewId: enquiryId, enquiryId, sharingDecisionId: enquiryId, about: { kind: 'line', id: enquiryId } },
  ...{ mode: 'ask', fromAgencyId: 'riverside-police', toAudience: 'agency', purpose: 'S17', releaser: 'holder' },
  ...{ raisedAt: AT, dueAt: '2026-11-23T12:00:00.000Z', state: 'open', late: true, level: 'deputy', reasons: [] },
  ...{ threshold: 's17', consent: '', agreement: '', informParent: false, askedBy: 'x' },
  ...{ mayAnswer: true, mayOverride: false, nobodyNamed: false, dutyRoutes: [] },
  ...changes,
});

describe('Who looked', () => {
  test('says who in which role and agency did what, when, and that no purpose was recorded', () => {
    const view = looksView({ enquiryId, looks: [look], isCut: false }, now);
    expect(view.heading).toBe('1 person has been in this enquiry');
    expect(view.days[0]?.day).toBe('today');
    expect(view.days[0]?.rows[0]).toEqual({
      worker: 'worker-1',
      role: 'MASH analyst',
      agency: 'Riverside Council',
      relationship: 'None recorded: has only looked',
      hasNone: true,
      action: 'Opened the enquiry page',
      times: '2 times, 10:00 to 11:30',
      purpose: 'None recorded',
      hasNoPurpose: true,
      outcome: 'Shown',
    });
  });

  test('ties to an enquiry whoever worked on it, and nobody who only looked or was refused', () => {
    const by = (workerId: string, action: string, outcome = 'done'): LookView => ({
      ...{ ...look, workerId, action, outcome, purpose: 'S17' },
    });
    const looks = [by('a', 'enquiry.read', 'shown'), by('a', 'enquiry.rate'), by('b', 'release.content', 'shown')];
    const view = looksView({ enquiryId, looks: [...looks, by('c', 'enquiry.rate', 'refused')], isCut: false }, now);
    expect(view.days[0]?.rows.map(({ relationship }) => relationship)).toEqual([
      ...['Rated', 'Rated'],
      ...['None recorded: has only looked', 'None recorded: has only looked'],
    ]);
    expect(view.unexplained).toBe(
      '2 people looked with no working relationship on record. Nobody did something with no purpose on record.',
    );
  });

  test('says that nobody has, where nobody has', () => {
    expect(looksView({ enquiryId, looks: [], isCut: false }, now).heading).toBe('Nobody has been in this enquiry');
  });

  test('spells out an action that has no words yet', () => {
    expect(actionWords('answer.open-again')).toBe('Answer: open again');
  });
});

describe('Looking an enquiry up', () => {
  const read = (enquiry: string) => readEnquirySearch(new Posted({ enquiry }));

  test('takes an id or a reference in any usual form', () => {
    expect(read(enquiryId).named).toEqual({ id: enquiryId });
    expect(read('e 7k2q4x9').named).toEqual({ reference: 'E-7K2Q4X9' });
  });

  test('takes no name, no concern and no script', () => {
    for (const typed of ['Kian Marlowe', 'C-3H8PQRS', '<script>', '']) {
      expect(read(typed).named).toBeUndefined();
      expect(read(typed).errors).toHaveLength(1);
    }
  });
});

describe('The log', () => {
  const filter = { filter: { page: 2 }, query: new Posted({}), errors: [] };
  const found = { entries: [entry], page: 2, hasMore: true };

  test('says in its heading that it is whole, and proves when', () => {
    const view = logView({ isThere: true, value: whole }, found, filter, now);
    expect(view.heading).toBe('The log is whole');
    expect(view.proof[0]).toBe('Every link was followed at 10:00 today: 41 entries hold.');
    expect([view.newer, view.older]).toEqual(['/ig/log?page=1', '/ig/log?page=3']);
  });

  test('says where it is broken, and that it could not be checked: neither reads as whole', () => {
    const broken = { ...whole, isIntact: false, firstBroken: { seq: 12, fault: 'the hash does not follow' } };
    const view = logView({ isThere: true, value: broken }, found, filter, now);
    expect([view.heading, view.isBroken]).toEqual(['The log is broken at entry 12', true]);
    expect(logView({ isThere: false, because: 'Down' }, found, filter, now).heading).toContain('could not be checked');
  });

  test('is narrowed down by whole days in London', () => {
    const { filter: read } = readLogFilter(new Posted({ from: '2026-10-25', to: '2026-10-25', actorId: 'worker-1' }));
    expect(entriesWanted(read)).toEqual({
      actorId: 'worker-1',
      page: 1,
      from: '2026-10-24T23:00:00.000Z',
      to: '2026-10-26T00:00:00.000Z',
    });
  });

  test('is searched for a person under every id that they stood under', () => {
    const { filter: read, errors } = readLogFilter(new Posted({ personId: DECIDED.child }));
    expect([read, errors]).toEqual([{ personId: DECIDED.child, page: 1 }, []]);
    const stood = { enquiryId, personId: DECIDED.baby };
    expect(entriesWanted(read, [stood])).toMatchObject({ formerly: `${enquiryId}~${DECIDED.baby}` });
    expect(entriesWanted(read)).not.toHaveProperty('formerly');
    const many = entriesWanted(read, Array<typeof stood>(MOST_FORMER_IDS + 1).fill(stood)).formerly;
    expect(FormerIdsInQuery.parse(many)).toHaveLength(MOST_FORMER_IDS);
    expect(readLogFilter(new Posted({ personId: 'Kian' })).errors.map(({ field }) => field)).toEqual(['personId']);
  });

  test('is not narrowed down by what cannot be read, and says so', () => {
    const { filter: read, errors } = readLogFilter(
      new Posted({ enquiryId: 'x', actorId: 'a b&c', from: 'soon', page: '-3' }),
    );
    expect(read).toEqual({ page: 1 });
    expect(errors.map(({ field }) => field)).toEqual(['enquiryId', 'actorId', 'from']);
  });
});

describe('The desk', () => {
  const agreements = { isThere: true, value: [agreementStub()] } as const;
  const none = { isThere: true, value: [] } as const;
  const nothing = releasedByHumans(none, none, now);

  test('tells what humans released and set aside, newest first, and says where it cannot', () => {
    const released = {
      ...{ reviewId: DECIDED.child, enquiryId, enquiryReference: 'E-7K2Q4X9', mode: 'ask' as const, answeredBy: 'x' },
      ...{ fromAgencyId: 'riverside-council', toAgencyId: 'riverside-police', answeredAt: AT },
    };
    const override = {
      ...{
        overrideId: enquiryId,
        sharingDecisionId: enquiryId,
        enquiryId,
        mode: 'content' as const,
        purpose: 'S47' as const,
      },
      ...{ holderAgencyId: 'riverside-police', toAgencyId: 'riverside-council', toAudience: 'hub_analyst' },
      ...{ grounds: ['OV_LIFE' as const], state: 'in_force' as const, proposedBy: 'x', proposedAt: AT },
      ...{ inForceAt: '2026-11-23T13:00:00.000Z', judgements: [], mayConfirm: false, mayJudge: true },
    };
    const reviews = { isThere: true, value: [released, { ...released, ground: 'consent_obtained' }] } as const;
    const waiting = { ...override, state: 'waiting' as const };
    const { rows } = releasedByHumans(reviews, { isThere: true, value: [override, waiting] }, now);
    expect(rows.map(({ text }) => text)).toEqual([
      'Riverside Police to Riverside Council, overridden: Death or serious injury could come first',
      'Riverside Council to Riverside Police: its ground is sealed with its reason, enquiry E-7K2Q4X9',
      'Riverside Council to Riverside Police: Consent has been obtained since, enquiry E-7K2Q4X9',
    ]);
    expect(rows[1]?.age).toBe('released 4 h ago');
    expect(nothing.rows).toEqual([]);
    expect(releasedByHumans(none, { isThere: false, because: 'Down' }, now).missing).toBe('Down');
  });

  test('has late reviews by oldest and unsafe agreements, each with how old', () => {
    const older = review({ reviewId: DECIDED.child, raisedAt: '2026-11-22T10:00:00.000Z' });
    const view = igDeskView({ isThere: true, value: [review({}), older] }, agreements, now, nothing);
    expect(view.heading).toBe('3 things need your judgement');
    expect(view.queues[0]?.rows[0]).toMatchObject({ href: `/reviews/${DECIDED.child}`, age: '2 h late' });
  });

  test('leaves reviews alone that are in time with their releaser', () => {
    const view = igDeskView(
      { isThere: true, value: [review({ late: false })] },
      { isThere: true, value: [] },
      now,
      nothing,
    );
    expect(view.heading).toBe('Nothing needs your judgement');
  });

  test('gives the auditor what the auditor may see, and asks no judgement of them', () => {
    const row = { href: '/ig/breaches/x', text: 'A breach', age: '12 h left', isLate: false };
    const queues = [{ title: 'Breaches', empty: 'None', rows: [row] }];
    expect(auditorsDesk(queues)).toEqual({ heading: '1 thing waits for information governance', queues });
    expect(auditorsDesk([]).heading).toBe('Nothing waits for information governance');
    expect(auditorsDesk([{ title: 'Breaches', empty: 'None', rows: [], missing: 'Down' }]).heading).toBe(
      'Part of this page cannot be shown',
    );
  });

  test('never says that all is well where a part cannot be shown', () => {
    const view = igDeskView({ isThere: false, because: 'Down' }, { isThere: true, value: [] }, now, nothing);
    expect(view.heading).toBe('Part of this page cannot be shown');
  });

  test('stands without a part that is down or refused, but never without audit', async () => {
    expect(await partOfPage(Promise.reject(new ServiceDown('sharing')))).toMatchObject({ isThere: false });
    expect(await partOfPage(Promise.reject(new ServiceProblem('sharing', 404, 'X', 'no')))).toMatchObject({
      isThere: false,
    });
    await expect(partOfPage(Promise.reject(new AuditIsDown('AUDIT.DOWN')))).rejects.toThrow(AuditIsDown);
  });
});
