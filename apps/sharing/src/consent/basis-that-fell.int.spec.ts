import { DEMO_AGENCIES, newId, type ConsentNotices, type ConsentStatedV1, type DecisionFacts } from '@mash/contracts';
import { people } from '@mash/testing';
import { productsWith } from '../../testing/a-product';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { newerFactsOf } from '../../testing/newer-facts';
import { forEachTest, type ForATest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const PERSON = {
  ...({ identity: 'confirmed', objects: false, dispute: 'none', competence: 'not_assessed' } as const),
  ...{ parentalResponsibilityProven: true, protected: [] },
};

describe('What was asked or answered, and whose basis has fallen since,', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let consent: ForATest['consent'];
  let lines: ForATest['lines'];
  let newer: ReturnType<typeof newerFactsOf>;
  forEachTest((its) => ({ sharing, enquiry, lines, consent } = its));
  beforeEach(() => {
    newer = newerFactsOf(sharing, enquiry);
  });

  const standing = (threshold: DecisionFacts['threshold'], version: number): Partial<DecisionFacts> => ({
    ...{ threshold, thresholdVersion: version, ratingVersion: version, colour: 'amber', urgent: false },
  });
  const judged = async (threshold: DecisionFacts['threshold'], version: number) => {
    enquiry.factsAre({ decision: standing(threshold, version) });
    await newer.hearRated(newer.rated(version));
  };
  const said = async (state: 'given' | 'refused' | 'withdrawn', its: Partial<ConsentStatedV1['data']> = {}) => {
    await consent.state({ state, ...its });
    await consent.hear();
  };
  const ofPolice = { agencyId: DEMO_AGENCIES.police, category: 'police-incidents', purpose: 'S17' } as const;
  const notices = async () =>
    ((await sharing.as(people.policeLiaison)('get', '/consent-notices')).body as ConsentNotices).notices.filter(
      ({ enquiryId }) => enquiryId === enquiry.enquiryId,
    );
  const tasks = (code: string) =>
    sharing.query<{ part: number; owner: string; dueAt: Date | null; isDone: boolean }>(
      `SELECT part, owner, due_at AS "dueAt", done_at IS NOT NULL AS "isDone" FROM obligation WHERE enquiry_id = $1 AND code = $2 ORDER BY part`,
      [enquiry.enquiryId, code],
    );
  const owed = (part: number, isDone: boolean) => ({ part, owner: 'sender', dueAt: expect.any(Date), isDone });
  const confirm = async () => {
    const [told] = await notices();
    const path = `/consent-notices/${told?.noticeId ?? ''}/confirm`;
    expect((await sharing.as(people.policeLiaison)('post', path, { did: 'destroyed' })).status).toBe(204);
  };

  test('(consent taken back at section 47, and the threshold falls): whoever answered is told then, confirms by a day, and once', async () => {
    enquiry.factsAre({ decision: standing('s47', 1) });
    await said('given');
    const lineId = await lines.decided(enquiry, ofPolice);
    lines.lineIs(lineId, 'answered');
    await said('withdrawn');
    expect(await notices()).toEqual([]);
    await judged('s17', 2);
    expect(await notices()).toMatchObject([{ state: 'withdrawn', holds: ['request'], dueAt: expect.any(String) }]);
    expect(await tasks('TELL_RECIPIENTS')).toEqual([owed(1, true), owed(2, false)]);
    expect(await tasks('RISK_AGAIN')).toHaveLength(1);
    await judged('early_help', 3);
    expect(await notices()).toHaveLength(1);
    expect(await tasks('TELL_RECIPIENTS')).toHaveLength(2);
    await confirm();
    expect(await tasks('TELL_RECIPIENTS')).toEqual([owed(1, true), owed(2, true)]);
  });

  test('(consent refused at section 47, and the threshold falls): what is asked is held, and whoever was asked is told then, once', async () => {
    enquiry.factsAre({ decision: standing('s47', 1) });
    await said('given');
    const lineId = await lines.decided(enquiry, ofPolice);
    await said('refused');
    expect(await notices()).toEqual([]);
    await judged('s17', 2);
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'REVIEW']);
    expect(await notices()).toMatchObject([{ state: 'refused', holds: ['request'], dueAt: expect.any(String) }]);
    expect(await tasks('RISK_AGAIN')).toHaveLength(1);
    expect([await tasks('RECALL_REQUEST'), await tasks('TELL_RECIPIENTS')]).toEqual([[], []]);
    await judged('early_help', 3);
    expect(await notices()).toHaveLength(1);
  });

  test('(nobody was asked, and a handover went out at section 47): whoever was sent it is told when the threshold falls', async () => {
    enquiry.factsAre({ decision: standing('s47', 1) });
    await said('given');
    const products = productsWith(sharing, enquiry);
    const product = await products.make({
      ...{ audience: 'team_eh', toAgencyId: DEMO_AGENCIES.earlyHelp, purpose: 'EH' },
    });
    expect(product).toMatchObject({ state: 'made' });
    await products.handedOver(product.productId);
    await said('withdrawn');
    const told = () =>
      sharing.query('SELECT agency_id, state, holds FROM consent_notice WHERE enquiry_id = $1', [enquiry.enquiryId]);
    expect(await told()).toEqual([]);
    await judged('s17', 2);
    expect(await told()).toEqual([{ agency_id: DEMO_AGENCIES.earlyHelp, state: 'withdrawn', holds: ['product'] }]);
    await judged('early_help', 3);
    expect(await told()).toHaveLength(1);
  });

  test('(two parents come to differ at section 47, and the threshold falls): whoever answered is told then', async () => {
    const [motherId, fatherId] = [newId(), newId()];
    const child = { ...PERSON, personId: enquiry.personId, kind: 'u13', relation: 'concern' } as const;
    const adults = [motherId, fatherId].map((personId) => ({
      ...PERSON,
      ...({ personId, kind: 'adult', relation: 'household' } as const),
    }));
    const intake = { people: [child, ...adults] };
    enquiry.factsAre({ decision: standing('s47', 1), intake });
    await said('given', { givenById: motherId });
    lines.lineIs(await lines.decided(enquiry, ofPolice), 'answered');
    await said('refused', { givenById: fatherId });
    expect(await notices()).toEqual([]);
    enquiry.factsAre({ decision: standing('s17', 2), intake });
    await newer.hearRated(newer.rated(2));
    expect(await notices()).toMatchObject([{ state: 'given', holds: ['request'] }]);
    expect(await tasks('TELL_RECIPIENTS')).toEqual([]);
  });

  test('(a refusal was known when it was asked at section 47): it never rested on a yes, and nobody is told', async () => {
    enquiry.factsAre({ decision: standing('s47', 1) });
    await said('refused');
    const lineId = await lines.decided(enquiry, ofPolice);
    await judged('s17', 2);
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'REVIEW']);
    expect(await notices()).toEqual([]);
  });

  test('(the child spoke for herself, and is found not to be competent): the recall is owed, with a notice to confirm', async () => {
    const child = { kind: '13_15', competence: 'yes' } as const;
    enquiry.factsAre({ decision: standing('s17', 1), child, intake: { statedVersion: 1 } });
    await said('withdrawn', { givenBy: 'parent_with_pr' });
    await said('given', { givenBy: 'self' });
    const lineId = await lines.decided(enquiry, ofPolice);
    expect(await notices()).toEqual([]);
    const found = { ...child, competence: 'no' } as const;
    enquiry.factsAre({ decision: standing('s17', 1), child: found, intake: { statedVersion: 2 } });
    await newer.hearRecorded(newer.recorded(2));
    expect((await lines.kept(lineId)).at(-1)).toMatchObject({ outcome: 'DENY', rule: 'R-CONS-05a' });
    expect(await tasks('RECALL_REQUEST')).toEqual([owed(1, true), owed(2, false)]);
    expect(await notices()).toMatchObject([{ state: 'withdrawn', holds: ['request'] }]);
    await confirm();
    expect(await tasks('RECALL_REQUEST')).toEqual([owed(1, true), owed(2, true)]);
  });

  test('(the threshold alone falls below what the purpose needs): it is recalled, and the rule book asks nothing of whoever holds it', async () => {
    enquiry.factsAre({ decision: standing('s47', 1) });
    await said('given');
    const lineId = await lines.decided(enquiry, { ...ofPolice, purpose: 'S47' });
    await judged('s17', 2);
    expect((await lines.kept(lineId)).at(-1)).toMatchObject({
      outcome: 'DENY',
      reasons: ['ABOVE_THRESHOLD', 'CONSENT_GIVEN', 'AGREED_DEFAULT'],
    });
    expect(await notices()).toEqual([]);
    expect([await tasks('RECALL_REQUEST'), await tasks('TELL_RECIPIENTS')]).toEqual([[], []]);
  });

  test('(it was recalled for another reason, and consent is taken back at section 47): whoever holds it is told when the threshold falls', async () => {
    enquiry.factsAre({ decision: standing('s47', 1) });
    await said('given');
    const lineId = await lines.decided(enquiry, { ...ofPolice, purpose: 'S47' });
    await judged('s17', 2);
    await judged('s47', 3);
    await said('withdrawn');
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'DENY']);
    expect(await notices()).toEqual([]);
    await judged('s17', 4);
    expect(await notices()).toMatchObject([{ state: 'withdrawn', holds: ['request'] }]);
  });

  test('(consent is given again before anything rests on it): nobody is told', async () => {
    enquiry.factsAre({ decision: standing('s47', 1) });
    const hers = { givenById: enquiry.mother() };
    await said('given', hers);
    lines.lineIs(await lines.decided(enquiry, ofPolice), 'answered');
    await said('withdrawn', hers);
    await said('given', hers);
    await judged('s17', 2);
    expect(await notices()).toEqual([]);
  });

  test('(the fall is heard of before the withdrawal): it is told and owed once', async () => {
    enquiry.factsAre({ decision: standing('s17', 1) });
    await said('given');
    lines.lineIs(await lines.decided(enquiry, ofPolice), 'answered');
    await consent.state({ state: 'withdrawn' });
    await judged('early_help', 2);
    await consent.hear();
    expect(await notices()).toHaveLength(1);
    expect(await tasks('TELL_RECIPIENTS')).toHaveLength(2);
  });
});
