import { DEMO_AGENCIES, newId, NOT_NAMED_AGENCY, type Recall } from '@mash/contracts';
import { sayFields } from '../say/say.form';
import { enquiryRecallsView } from './enquiry-recalls.presenter';

const now = new Date('2026-11-24T10:00:00.000Z');
const [enquiryId, at] = [newId(), now.toISOString()];
const NAMES: Readonly<Record<string, string>> = { 'a-sergeant': 'Callum Reyes (police liaison)' };
const reader = {
  path: '/enquiries/E-2345678/recalls',
  mayClose: true,
  readerId: 'a-manager',
  named: (id: string) => NAMES[id],
  now,
};
const notice = {
  ...{ noticeId: newId(), recipientAgencyId: DEMO_AGENCIES.police, shownAt: at, toldAt: at, dueAt: at, late: false },
};
const recall = (changes: Partial<Recall> = {}): Recall => ({
  ...{ recallId: newId(), enquiryId, about: { kind: 'request', id: newId() }, says: 'wrong_recipient' },
  ...{ openedAt: at, openedBy: 'an-analyst', notices: [], notNamed: { notices: 0, unconfirmed: 0 } },
  ...changes,
});
const notNamed = { notices: 2, unconfirmed: 1 };

describe('The recalls of an enquiry', () => {
  test('count those who saw it and are not named to the reader, and what they have still to confirm', () => {
    const view = enquiryRecallsView({ recalls: [recall({ notices: [notice], notNamed })], questions: [] }, reader);
    expect(view.heading).toBe('1 recall is open: 2 to confirm');
    expect(view.recalls[0]?.notices).toHaveLength(1);
    expect(view.recalls[0]?.more).toBe('and 2 more that are not named to you; 1 has not confirmed yet');
    const nobody = enquiryRecallsView({ recalls: [recall()], questions: [] }, reader);
    expect([nobody.heading, nobody.recalls[0]?.more]).toEqual(['1 recall is open: 0 to confirm', undefined]);
  });

  test('call those who saw it by name where a name is known', () => {
    const notices = ['a-sergeant', 'an-inspector', 'a-manager'].map((recipientId) => ({ ...notice, recipientId }));
    const only = { recipientAgencyId: DEMO_AGENCIES.police, recipientId: 'a-sergeant' };
    const [view] = enquiryRecallsView({ recalls: [recall({ notices, ...only })], questions: [] }, reader).recalls;
    expect(view?.title).toMatch(/, Riverside Police, only Callum Reyes \(police liaison\)$/);
    expect(view?.notices.map(({ who }) => who)).toEqual([
      'Riverside Police, Callum Reyes (police liaison)',
      'Riverside Police, an-inspector',
      'Riverside Police, you',
    ]);
  });

  test('do not name whom it went to, nor who may say whom it is about', () => {
    const about = { kind: 'item', id: newId() } as const;
    const asked = { statementId: newId(), enquiryId, enquiryReference: 'E-2345678', about, says: 'doubted' } as const;
    const questions = [{ ...asked, saidAt: at, agencyId: NOT_NAMED_AGENCY, late: false }];
    const view = enquiryRecallsView({ recalls: [recall({ recipientAgencyId: NOT_NAMED_AGENCY })], questions }, reader);
    expect(view.recalls[0]?.title).toMatch(/, an agency that is not named to you$/);
    expect(view.questions[0]?.text).toContain(': an agency that is not named to you may say whom it is about');
  });

  test('offer under that id no answer to what was said of somebody in whose place another stands there since', () => {
    const about = { kind: 'person', id: newId() } as const;
    const meantId = newId();
    const asked = { statementId: newId(), enquiryId, enquiryReference: 'E-2345678', about, saidAt: at, late: false };
    const questions = [
      { ...asked, says: 'doubted' as const },
      { ...asked, says: 'wrong_person' as const, meantId: newId() },
      { ...asked, says: 'doubted' as const, meantId },
    ];
    const view = enquiryRecallsView({ recalls: [], questions }, reader);
    expect(view.questions).toEqual([
      {
        text: expect.stringContaining('may say whom it is about') as string,
        href: expect.stringContaining(about.id) as string,
      },
      { text: expect.stringContaining('of somebody else, before the match was put right') as string, href: undefined },
      {
        text: expect.stringContaining(
          'of somebody else, before the match was put right. A manager of the hub',
        ) as string,
        href: expect.stringContaining(`/person/${meantId}?`) as string,
      },
    ]);
  });

  test('offer each who saw it by name, and tell two of one name apart', () => {
    const seen = (recipientId: string, name?: string) => ({ recipientId, recipientAgencyId: 'x', name });
    const bodies = [{ value: 'x', text: 'Riverside Police' }];
    const sayer = { kind: 'item', choosesRecipient: true, ownAgencyId: 'y', wasAsked: false } as const;
    const offered = (...people: ReturnType<typeof seen>[]) =>
      JSON.stringify(sayFields({ ...sayer, bodies, people }, undefined, []));
    expect(offered(seen('a', 'Jo Reyes (police liaison)'))).toContain('only Jo Reyes (police liaison)"');
    expect(offered(seen('b'))).toContain('Riverside Police: only b"');
    const alike = offered(seen('a', 'Jo Reyes'), seen('b', 'Jo Reyes'));
    for (const one of ['only Jo Reyes, a"', 'only Jo Reyes, b"']) expect(alike).toContain(one);
  });

  test('say beside the choice of recipients how many of those who saw it are not among them', () => {
    const sayer = {
      kind: 'item',
      choosesRecipient: true,
      ownAgencyId: 'x',
      bodies: [],
      people: [],
      wasAsked: false,
    } as const;
    const hint = (count: number) => JSON.stringify(sayFields({ ...sayer, notNamed: count }, undefined, []));
    expect(hint(2)).toContain('2 who saw it are of an agency that is not named to you');
    expect(hint(1)).toContain('1 who saw it is of an agency');
    expect(hint(0)).not.toContain('not named');
  });
});
