import { AgreementContent } from '@mash/contracts';
import { checkAgreement } from '../../apps/sharing/src/domain/agreements/check-agreement';
import { indexAgreements, matchAgreement } from '../../apps/sharing/src/domain/decision';
import { agreements } from './agreements.mjs';
import { REGISTER } from './partnership.mjs';
import { SIGNATORIES, SIGNATORY_OF } from './signatories.mjs';

const NOW = Date.UTC(2026, 10, 23, 9);
const all = (agreements(NOW) as unknown[]).map((one) => AgreementContent.parse(one));
const bodies = REGISTER as { agencyId: string; kind: 'council'; bound: boolean }[];
const day = new Date(NOW).toISOString().slice(0, 10);

describe('The demo agreements', () => {
  test('pass the register check, each beside all others', () => {
    for (const one of all) {
      const others = all.filter(({ agreementId }) => agreementId !== one.agreementId);
      expect([one.slug, checkAgreement(one, bodies, others)]).toEqual([one.slug, []]);
    }
  });

  test('are those of a real partnership: one past review, one expired, one with an exception', () => {
    expect(all.filter(({ reviewDue, inForceTo }) => reviewDue < day && inForceTo === undefined)).toHaveLength(1);
    expect(all.filter(({ inForceTo }) => inForceTo !== undefined && inForceTo < day)).toHaveLength(1);
    expect(all.filter(({ lines }) => lines.some(({ rank }) => rank === 'exception'))).toHaveLength(1);
  });

  test.each([
    ['the council', 'riverside-council'],
    ['the police', 'riverside-police'],
    ['the health trust', 'riverside-health-trust'],
    ['the integrated care board', 'riverside-icb'],
    ['the schools', 'riverside-education'],
    ['housing', 'riverside-homes'],
    ['probation', 'riverside-probation'],
    ['the voluntary sector', 'riverside-family-charity'],
  ])('have %s among their parties', (_who, agencyId) => {
    const parties = all.flatMap((one) => one.parties.map((party) => party.agencyId));
    expect(parties).toContain(agencyId);
    expect(bodies.map((body) => body.agencyId)).toContain(agencyId);
  });

  test('say who asks: the hub’s council, whoever holds what is asked for', () => {
    const asking = all.flatMap(({ slug, lines }) =>
      lines.filter(({ modes }) => modes.includes('ask')).map(({ lineId, from }) => [`${slug} ${lineId}`, from.kinds]),
    );
    expect(asking).toEqual(asking.map(([line]) => [line, ['council']]));
  });

  test('show what becomes of a question under one long past its review: it waits for information governance', () => {
    const lines = all.flatMap(({ lines: its, inForceFrom: startsOn, inForceTo: endsOn, reviewDue, ...one }) =>
      its.map((line) => ({ ...one, ...line, startsOn, ...(endsOn && { endsOn }), reviewDueOn: reviewDue })),
    );
    const asked = { purpose: 'S17', category: 'housing-tenancy', mode: 'ask', audience: 'agency', now: NOW } as const;
    const council = { fromOrganisation: 'riverside-council', fromKind: 'council' } as const;
    const homes = { toOrganisation: 'riverside-homes', toKind: 'housing' } as const;
    const matched = matchAgreement(indexAgreements(lines), { ...council, ...homes, ...asked });
    expect(matched).toMatchObject({ agreement: 'past_review', overdue: 'later', line: { lineId: 'asking-tenancy' } });
  });

  test('have somebody who approves for every party', () => {
    const parties = all.flatMap((one) => one.parties.map(({ agencyId }) => agencyId));
    for (const agencyId of parties)
      expect([agencyId, (SIGNATORY_OF as Record<string, string>)[agencyId]]).toEqual([agencyId, expect.any(String)]);
    expect(new Set((SIGNATORIES as { accountId: string }[]).map(({ accountId }) => accountId)).size).toBe(
      SIGNATORIES.length,
    );
  });
});
