import { DEMO_AGENCIES, newId, type IntakeFacts } from '@mash/contracts';
import { people } from '@mash/testing';
import { managerLets } from '../../testing/manager-lets';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest, type ForATest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

describe('An unborn child, decided by the consent of a born brother or sister (R-KIND-01)', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let unborn: IntakeFacts['people'][number];
  let consent: ForATest['consent'];
  let lines: ForATest['lines'];
  forEachTest((its) => ({ sharing, enquiry, lines, consent } = its));
  beforeEach(() => {
    const common = { relation: 'concern', identity: 'confirmed', objects: false, dispute: 'none' } as const;
    const whose = { parentalResponsibilityProven: true, competence: 'not_assessed', protected: [] } as const;
    const born = { ...common, ...whose, protected: [], personId: enquiry.personId, kind: 'u13' } as const;
    unborn = { ...common, ...whose, protected: [], personId: newId(), kind: 'unborn' };
    enquiry.factsAre({
      decision: { threshold: 's17', colour: 'amber', urgent: false },
      intake: { siblingBorn: true, people: [{ ...born, protected: [] }, unborn] },
    });
  });

  const changes = async (said: Parameters<typeof consent.state>[0]) => {
    await consent.state(said);
    await consent.hear();
  };
  const askedAboutUnborn = async (): Promise<string> => {
    const whose = Object.create(enquiry, { personId: { value: unborn.personId } }) as AnEnquiry;
    return lines.decided(whose, { purpose: 'S17' });
  };

  test('is asked about no more once the yes of the sibling is withdrawn', async () => {
    await changes({});
    const lineId = await askedAboutUnborn();
    await changes({ state: 'withdrawn' });
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'DENY']);
    expect((await lines.kept(lineId)).at(-1)).toMatchObject({ rule: 'R-CONS-05a' });
  });

  test('is asked about no longer on the yes of a releaser once the sibling is spoken of again', async () => {
    await changes({ state: 'refused' });
    const lineId = await askedAboutUnborn();
    expect(await managerLets(enquiry, lineId)).toBe(204);
    await changes({ state: 'refused', how: 'written' });
    expect(await lines.outcomes(lineId)).toEqual(['REVIEW', 'PERMIT', 'REVIEW']);
  });

  test('is shown before the withdrawal is stated, and whoever was asked about it is told of it', async () => {
    await changes({});
    const lineId = await askedAboutUnborn();
    const { sealedWords: _words, ...said } = await consent.statement({ state: 'withdrawn' });
    const { statementId: _id, how: _how, ...preview } = said;
    const path = `/enquiries/${enquiry.enquiryId}/consents/preview`;
    const { body } = await sharing.as(people.analyst)('post', path, preview);
    expect(body).toMatchObject({ lines: [{ lineId, effect: 'recalled' }], told: [DEMO_AGENCIES.school] });
    await changes({ state: 'withdrawn' });
    const told = 'SELECT agency_id AS "agencyId", state FROM consent_notice WHERE enquiry_id = $1';
    expect(await sharing.query(told, [enquiry.enquiryId])).toEqual([
      { agencyId: DEMO_AGENCIES.school, state: 'withdrawn' },
    ]);
  });

  test.each([
    ['refused', { state: 'refused' }, 'refused'],
    ['withdrawn', { state: 'withdrawn' }, 'withdrawn'],
    ['not sought', { state: 'not_sought', ground: 'NS_CONTACT', givenBy: 'not_applicable' }, 'withdrawn'],
    ['given to another body alone', { state: 'given', bodies: [DEMO_AGENCIES.health] }, 'withdrawn'],
  ] satisfies [string, Parameters<typeof consent.state>[0], string][])(
    'whoever was asked about it on the yes of the sibling is told once it is first spoken of itself: %s',
    async (_said, said, state) => {
      await changes({});
      await askedAboutUnborn();
      await changes({ personId: unborn.personId, ...said });
      const told = 'SELECT agency_id AS "agencyId", state FROM consent_notice WHERE enquiry_id = $1';
      expect(await sharing.query(told, [enquiry.enquiryId])).toEqual([{ agencyId: DEMO_AGENCIES.school, state }]);
    },
  );

  test('is decided by the sibling in what is not spoken of: a word on help ends nothing that rests on the consent to share', async () => {
    await changes({});
    const lineId = await askedAboutUnborn();
    await changes({ personId: unborn.personId, kind: 'service', state: 'refused' });
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT']);
    await changes({ state: 'withdrawn' });
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'DENY']);
    const told = 'SELECT agency_id AS "agencyId", state FROM consent_notice WHERE enquiry_id = $1';
    expect(await sharing.query(told, [enquiry.enquiryId])).toEqual([
      { agencyId: DEMO_AGENCIES.school, state: 'withdrawn' },
    ]);
  });

  test('is decided by its own once somebody has spoken of it: what the sibling is said to want changes nothing then', async () => {
    await changes({});
    await changes({ personId: unborn.personId });
    const lineId = await askedAboutUnborn();
    await changes({ state: 'withdrawn' });
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT']);
  });
});
