import type { AgencyRequest, SharingDecisionView } from '@mash/contracts';
import { sentHeading, sentView } from './sent.presenter';

const now = new Date('2026-11-23T13:40:00.000Z');
const person = '0198cccc-0000-7000-8000-000000000004';
const lineId = '0198cccc-0000-7000-8000-000000000003';
const request = (changes: Partial<AgencyRequest> = {}): AgencyRequest => ({
  requestId: '0198cccc-0000-7000-8000-000000000001',
  enquiryId: '0198cccc-0000-7000-8000-000000000002',
  enquiryReference: 'E-7K2Q4X9',
  agencyId: 'riverside-police',
  agencyName: 'Riverside Police',
  purpose: 'S47',
  state: 'open',
  proposedAt: '2026-11-23T12:00:00.000Z',
  proposedBy: 'somebody',
  dueAt: '2026-11-23T13:00:00.000Z',
  basis: 'elapsed',
  late: true,
  chasers: [],
  decided: false,
  lines: [{ lineId, personId: person, category: 'police-incidents', existenceOnly: false, state: 'issued' }],
  ...changes,
});
const names = new Map([[person, 'Kian Marlowe']]);
const decision = (decidedAt: string, sentence: string): SharingDecisionView => ({
  sharingDecisionId: lineId,
  about: { kind: 'request-line', id: lineId },
  mode: 'ask',
  outcome: 'DENY',
  reasons: [{ code: 'X', sentence }],
  lawfulBasis: [],
  obligations: [],
  rule: 'R',
  ruleSetVersion: '1',
  decidedAt,
});

describe('Requests that were sent', () => {
  test('say who is late, and by how much, and can be chased', () => {
    const [view] = sentView({ requests: [request()], decisions: [], names, now });
    expect(view).toMatchObject({
      standing: 'No answer yet',
      canChase: true,
      clock: { look: 'late', text: '40 min late' },
    });
    expect(sentHeading([request(), request({ state: 'answered', late: false })])).toBe(
      '1 of 2 agencies have answered, 1 late',
    );
  });

  test('put the late ones first and stop the clock of what is answered', () => {
    const answered = request({
      state: 'answered',
      agencyName: 'A school',
      answeredAt: '2026-11-23T13:02:00.000Z',
      late: false,
    });
    const views = sentView({ requests: [answered, request()], decisions: [], names, now });
    expect(views.map(({ agency }) => agency)).toEqual(['Riverside Police', 'A school']);
    expect(views[1]).toMatchObject({ standing: 'Answered 13:02 today', clock: undefined, canChase: false });
  });

  test('say why a line was not allowed, by the newest decision', () => {
    const [line] = request().lines;
    const denied = request({ state: 'not_allowed', lines: [{ ...line!, state: 'denied' }] });
    const decisions = [
      decision('2026-11-23T12:01:00.000Z', 'Consent was refused.'),
      decision('2026-11-23T12:30:00.000Z', 'The holder said no.'),
    ];
    const [view] = sentView({ requests: [denied], decisions, names, now });
    expect(view?.lines).toMatchObject([
      {
        ...{ lineId, person: 'Kian Marlowe', what: 'Incidents and call-outs' },
        ...{ state: 'Not allowed', because: 'The holder said no.', canAskAgain: true },
      },
    ]);
  });

  test('say what was recalled or is on hold, since when and why, and can be asked again; what is asked cannot', () => {
    const [line] = request().lines;
    const changedAt = '2026-11-23T13:20:00.000Z';
    const stopped = (['recalled', 'held'] as const).map((state) => ({ ...line!, state, changedAt }));
    const decisions = [decision(changedAt, 'Consent was withdrawn.')];
    const [view] = sentView({ requests: [request({ state: 'held', lines: stopped })], decisions, names, now });
    expect(view).toMatchObject({ standing: 'On hold: a human looks again', canChase: false, isOpen: true });
    expect(view?.lines.map(({ state, because, canAskAgain }) => [state, because, canAskAgain])).toEqual([
      ['Recalled 13:20 today', 'Consent was withdrawn.', true],
      ['On hold 13:20 today', 'Consent was withdrawn.', true],
    ]);
    expect(sentView({ requests: [request()], decisions, names, now })[0]?.lines[0]?.canAskAgain).toBe(false);
  });

  test('have no heading before anything was sent, and count the chasers', () => {
    expect(sentHeading([])).toBeUndefined();
    const chasers = [{ at: '2026-11-23T13:20:00.000Z', by: 'x' }];
    expect(sentView({ requests: [request({ chasers })], decisions: [], names, now })[0]?.chased).toBe(
      'Chased once, last 13:20 today',
    );
  });

  test('say of a line that waits who answers and by when, and of one that is late that they have not', () => {
    const lines = [{ ...request().lines[0]!, state: 'review' as const }];
    const because = (its: Partial<SharingDecisionView>) => {
      const decisions = [{ ...decision('2026-11-23T12:00:00.000Z', 'Consent was refused.'), ...its }];
      return sentView({ requests: [request({ lines })], decisions, names, now })[0]?.lines[0]?.because;
    };
    const waits = { releaser: 'hub_manager', dueAt: '2026-11-23T14:20:00.000Z' } as const;
    expect(because(waits)).toBe('Consent was refused. A hub manager answers by 14:20 today.');
    expect(because({ ...waits, dueAt: '2026-11-23T13:00:00.000Z' })).toContain('was to answer by 13:00 today');
    const holder = { releaser: 'holder', releaserAgencyId: 'riverside-police' } as const;
    expect(because({ ...waits, ...holder })).toContain('Riverside Police answers by');
    const waitsFor = [holder, { releaser: 'ig' as const }];
    expect(because({ ...waits, ...holder, waitsFor })).toBe(
      'Consent was refused. Riverside Police and information governance answer by 14:20 today. It needs a yes from both.',
    );
    expect(because({})).toBe('Consent was refused.');
  });

  test('show the law of a line, and what its decision was made from, without a value', () => {
    const restsOn = [
      { source: 'decision', author: 'me', at: '2026-11-23T12:00:00.000Z', version: 2, facts: ['threshold'] },
      { source: 'agreement a1', author: 'l1', at: '2026-01-01T00:00:00.000Z', version: 1, facts: ['agreement'] },
    ].map((one) => ({ ...one, words: one.facts.map((fact) => `${fact} in words`) }));
    const its = { ...decision('2026-11-23T12:00:00.000Z', ''), lawfulBasis: ['UK GDPR 6(1)(e)'], restsOn };
    const named = (account: string) => (account === 'me' ? 'Helen Okafor (MASH manager)' : undefined);
    const [view] = sentView({ requests: [request()], decisions: [its], names, named, now });
    expect(view?.lines[0]?.basis).toEqual({
      law: ['UK GDPR 6(1)(e)'],
      rule: 'Rule R of 1',
      restsOn: [
        {
          source: 'Rating and threshold',
          when: 'Helen Okafor (MASH manager), 12:00 today, version 2',
          facts: 'threshold in words',
        },
        {
          source: 'The agreement that was applied',
          when: expect.stringMatching(/version 1$/) as string,
          facts: 'agreement in words',
        },
      ],
    });
    expect(sentView({ requests: [request()], decisions: [], names, now })[0]?.lines[0]?.basis).toBeUndefined();
    const agreementVersion = '0198aaaa-0000-7000-8000-000000000001 v2 out';
    const titleOf = () => 'Riverside sharing agreement';
    const decisions = [{ ...its, agreementVersion }];
    const [titled] = sentView({ requests: [request()], decisions, names, named, titleOf, now });
    expect(titled?.lines[0]?.basis?.rule).toBe(
      'Rule R of 1, agreement “Riverside sharing agreement” version 2, line out',
    );
  });
});
