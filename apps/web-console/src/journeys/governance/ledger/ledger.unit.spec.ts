import type { LedgerEntry, SharingDecisionView } from '@mash/contracts';
import { DECIDED } from '../../../../browser-tests/stubs/decided-enquiry';
import { readLedgerQuery } from './ledger.form';
import { ledgerView } from './ledger.presenter';

const now = new Date('2026-11-23T14:00:00.000Z');
const AT = '2026-11-23T10:00:00.000Z';
const { enquiryId } = DECIDED;
describe('The ledger', () => {
  const line: LedgerEntry = {
    ...{ disclosureId: enquiryId, at: AT, enquiryId, recipientId: 'r', recipientAgencyId: 'riverside-early-help' },
    ...{ audience: 'team_eh', mode: 'onward', purpose: 'EH', outcome: 'DENY', visibility: 'withheld', rule: 'R-1' },
    ...{ ruleSetVersion: '2026.2', releaseId: enquiryId },
  };

  const scope = { enquiryId };

  test('counts what was disclosed and what was not, with rule, version, agreement and reasons in words', () => {
    const reasons = [{ code: 'NOT_RELEASED', sentence: 'The holder has not released it.' }];
    const entries = [
      { ...line, reasons, agreement: 'a v3 out' },
      { ...line, outcome: 'PERMIT' as const, visibility: 'shown' },
    ];
    const view = ledgerView(scope, {}, { found: { entries, page: 1, pages: 1, lines: 2 }, decisions: [] }, now);
    expect(view.heading).toBe('1 disclosed, 1 refused or waiting');
    expect(view.rows[0]).toMatchObject({
      ...{ isNotShown: true, cameTo: 'Refused', rule: { text: 'R-1' }, under: 'Rules 2026.2, agreement a v3 out' },
      reasons: ['The holder has not released it.'],
    });
  });

  test('says what an entry was decided on: threshold, consent and versions of the facts; what was left out and what is to be done', () => {
    const versions = { roster: 3, rosterAsOf: AT, rating: 1, threshold: 2, consents: 4, newestConsent: enquiryId };
    const decidedOn = { threshold: 's47', consent: 'refused', versions };
    const redactions = [{ code: 'THIRD_PARTY', sentence: 'Other people are left out.' }];
    const obligations = [{ code: 'INFORM_PARENT', sentence: 'Tell the parent' }];
    const entries = [{ ...line, decidedOn, redactions, obligations }, { ...line, decidedOn: { versions } }, line];
    const { rows } = ledgerView(scope, {}, { found: { entries, page: 1, pages: 1, lines: 3 }, decisions: [] }, now);
    const its = 'Versions of the facts: roster 3, rating 1, threshold 2, consent 4.';
    const cameTo = 'Threshold: significant harm suspected (section 47). Consent to share: refused.';
    expect(rows.map(({ decidedOn, leftOut, owed }) => [decidedOn, leftOut, owed])).toEqual([
      [`${cameTo} ${its}`, 'Other people are left out.', 'Tell the parent.'],
      [its, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
  });

  test('calls nothing disclosed that was allowed and not shown: its warning was not accepted, or nothing was left to show', () => {
    const permit = { ...line, mode: 'content' as const, outcome: 'PERMIT' as const };
    const entries = [permit, { ...permit, visibility: 'shown' }, line];
    const view = ledgerView(scope, {}, { found: { entries, page: 1, pages: 1, lines: 3 }, decisions: [] }, now);
    expect(view.heading).toBe('1 disclosed, 1 allowed but not shown, 1 refused or waiting');
    expect(view.rows.map(({ cameTo, isNotShown, kind }) => [cameTo, isNotShown, kind])).toEqual([
      [
        'Allowed, not shown: what comes with it was not accepted yet, or nothing of it was left to show',
        true,
        'Content',
      ],
      ['Disclosed', false, 'Content'],
      ['Refused', true, 'Out of the hub'],
    ]);
    expect(view.pivots.map(({ text }) => text)).toContain('Allowed');
  });

  test('calls nothing disclosed that was put into a handover which has not gone', () => {
    const put = { ...line, outcome: 'PERMIT' as const, visibility: 'shown', notGone: true as const };
    const view = ledgerView(scope, {}, { found: { entries: [put], page: 1, pages: 1, lines: 1 }, decisions: [] }, now);
    expect(view.heading).toBe('0 disclosed, 1 allowed but not shown, 0 refused or waiting');
    expect(view.rows[0]).toMatchObject({
      ...{ cameTo: 'Put into a handover or letter that has not gone: shown to nobody', isNotShown: true },
    });
  });

  test('says whom it was told to, under which agreement and of which enquiry by what they are called, and narrows by ids', () => {
    const agreement = `${enquiryId} v3 out`;
    const names = {
      enquiry: 'Enquiry E-7K2Q4X9',
      named: (id: string) => (id === 'r' ? 'Leila Haddad (early help coordinator)' : undefined),
      titleOf: () => 'Riverside sharing agreement',
    };
    const found = { entries: [{ ...line, agreement }], page: 1, pages: 1, lines: 1 };
    const view = ledgerView(scope, { recipient: 'r' }, { found, decisions: [], names }, now);
    expect(view.caption).toBe('Enquiry E-7K2Q4X9');
    expect(view.narrowed).toMatchObject([{ label: 'Told to', text: 'Leila Haddad (early help coordinator)' }]);
    expect(view.rows[0]).toMatchObject({
      recipient: { text: 'Leila Haddad (early help coordinator)', href: `/ig/ledger/${enquiryId}?recipient=r` },
      under: 'Rules 2026.2, agreement “Riverside sharing agreement” version 3, line out',
    });
    expect(ledgerView(scope, {}, { found, decisions: [] }, now).caption).toBe(`Enquiry ${enquiryId}`);
  });

  test('says of an entry that somebody else wrote that it does not open and is reported; of an erased one nothing', () => {
    const entries = [{ ...line, doesNotOpen: true as const }, line];
    const { rows } = ledgerView(scope, {}, { found: { entries, page: 1, pages: 1, lines: 2 }, decisions: [] }, now);
    expect(rows.map(({ unopenedHref }) => unopenedHref)).toEqual(['/ig/envelopes', undefined]);
  });

  test('also tells which questions were refused or put before a human, the newest first: of those the ledger has no line', () => {
    const asked: SharingDecisionView = {
      ...{ sharingDecisionId: enquiryId, about: { kind: 'line', id: enquiryId }, mode: 'ask', outcome: 'DENY' },
      ...{ toAgencyId: 'riverside-police', personId: enquiryId, category: 'police-incidents', decidedAt: AT },
      ...{ reasons: [{ code: 'NOT_NECESSARY', sentence: 'Not needed.' }], lawfulBasis: [], obligations: [] },
      ...{ rule: 'R-NEC-01', ruleSetVersion: '2026.2', agreementVersion: 'a v3' },
    };
    const waiting: SharingDecisionView = {
      ...{ ...asked, outcome: 'REVIEW', decidedAt: '2026-11-23T11:00:00.000Z', rule: 'hidden' },
      waitsFor: [{ releaser: 'holder' }],
    };
    const { waitsFor: _nobody, ...answered } = { ...waiting, decidedAt: '2026-11-23T10:30:00.000Z', rule: 'R-EX-01' };
    const decisions = [
      asked,
      answered,
      waiting,
      { ...asked, outcome: 'PERMIT' as const },
      { ...asked, mode: 'onward' as const },
    ];
    const found = { entries: [], page: 1, pages: 1, lines: 0 };
    const { refused } = ledgerView(scope, {}, { found, decisions }, now);
    expect(refused.map(({ cameTo, rule }) => [cameTo, rule])).toEqual([
      ['Waits for a human', 'Not told: it would give the cause away'],
      ['Went to a human, who has answered', 'R-EX-01'],
      ['Refused', 'R-NEC-01'],
    ]);
    expect(refused[2]).toMatchObject({
      ...{ what: 'Incidents and call-outs', under: 'Rules 2026.2, agreement a v3', reasons: ['Not needed.'] },
      about: { href: `/ig/ledger/${enquiryId}?person=${enquiryId}` },
    });
    expect(ledgerView(scope, { outcome: 'DENY' }, { found, decisions }, now).refused).toHaveLength(1);
    expect(ledgerView(scope, { recipient: 'r' }, { found, decisions }, now).refused).toEqual([]);
    expect(ledgerView({ personId: enquiryId }, {}, { found, decisions }, now).refused).toEqual([]);
  });

  test('is narrowed down by person, account, rule and outcome, keeps that in its pages and files, and leads back', () => {
    const { narrowing, page } = readLedgerQuery({ person: enquiryId, rule: 'R-1', outcome: 'DENY', page: '2' });
    const view = ledgerView(
      scope,
      narrowing,
      { found: { entries: [line], page, pages: 3, lines: 120 }, decisions: [] },
      now,
    );
    const query = `person=${enquiryId}&rule=R-1&outcome=DENY`;
    expect(view.older).toBe(`/ig/ledger/${enquiryId}?${query}&page=3`);
    expect(view.files.map(({ href }) => href)).toEqual(
      ['csv', 'json'].map((format) => `/ig/ledger/${enquiryId}/export/${format}?${query}`),
    );
    expect(view.narrowed[1]).toMatchObject({
      ...{ label: 'Rule', text: 'R-1', clearHref: `/ig/ledger/${enquiryId}?person=${enquiryId}&outcome=DENY` },
    });
    expect(view.leavesOutAbsent).toBe(true);
  });

  test('says of whom whole documents tell, and never that nothing stands where something is left out', () => {
    const empty = { found: { entries: [], page: 1, pages: 1, lines: 0 }, decisions: [] };
    const said = [
      ledgerView(scope, {}, empty, now),
      ledgerView(scope, { person: enquiryId }, empty, now),
      ledgerView(scope, { outcome: 'DENY' }, empty, now),
      ledgerView({ personId: enquiryId }, {}, empty, now),
    ].map(({ heading, wholeDocuments, leavesOutAbsent }) => [heading, wholeDocuments, leavesOutAbsent]);
    expect(said).toEqual([
      ['Nothing stands in the ledger', undefined, false],
      ['No entry is found so', expect.stringMatching(/tell of the whole household, and are here/) as string, true],
      ['No entry is found so', undefined, false],
      ['No entry is found so', expect.stringMatching(/of any other enquiry its own ledger has them/) as string, true],
    ]);
  });

  test('of a person in every enquiry has the refused questions about them too, with the files', () => {
    const asked: SharingDecisionView = {
      ...{ sharingDecisionId: enquiryId, about: { kind: 'line', id: enquiryId }, mode: 'ask', outcome: 'DENY' },
      ...{ toAgencyId: 'riverside-police', personId: enquiryId, decidedAt: AT, reasons: [], lawfulBasis: [] },
      ...{ obligations: [], rule: 'R-NEC-01', ruleSetVersion: '2026.2' },
    };
    const found = { entries: [], page: 1, pages: 1, lines: 0 };
    const elsewhere = [{ enquiryId, decisions: [asked, { ...asked, outcome: 'PERMIT' as const }] }];
    const view = ledgerView({ personId: enquiryId }, {}, { found, decisions: [], elsewhere }, now);
    expect(view.refused).toMatchObject([
      { rule: 'R-NEC-01', about: { href: `/ig/ledger/${enquiryId}?person=${enquiryId}` } },
    ]);
    const file = (format: string) => `/ig/ledger/people/${enquiryId}/refused-questions/${format}`;
    expect(view.refusedFiles.map(({ href }) => href)).toEqual([file('csv'), file('json')]);
  });

  test('is not narrowed down by what cannot be read', () => {
    const hostile = { person: 'Kian', recipient: 'a b', rule: '<script>', outcome: 'MAYBE', page: '-1' };
    expect(readLedgerQuery(hostile)).toEqual({ narrowing: {}, page: 1 });
  });
});
