import { DEMO_AGENCIES, type AskPreview, type IntakeFacts } from '@mash/contracts';
import { people } from '@mash/testing';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest, type ForATest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const { socialCare, earlyHelp } = DEMO_AGENCIES;
type Child = Partial<IntakeFacts['people'][number]>;

/** A team that is asked is the team of the rule book: what it may learn does not hang on whether it is asked or told. */
describe('A team that is asked', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let consent: ForATest['consent'];
  let lines: ForATest['lines'];
  forEachTest((its) => ({ sharing, enquiry, lines, consent } = its));

  const atSection17 = (child: Child = {}) => {
    enquiry.factsAre({ child, decision: { threshold: 's17', colour: 'amber', urgent: false } });
  };
  const asking = async (agencyId: string, purpose: 'S17' | 'S47' = 'S17') => {
    const [kept] = await lines.kept(
      await lines.decided(enquiry, { agencyId, category: 'social-care-history', purpose }),
    );
    return kept;
  };
  const previewed = async (agencyId: string) => {
    const line = {
      agencyId,
      personId: enquiry.personId,
      category: 'social-care-history',
      need: 'yes',
      existenceOnly: false,
    };
    const path = `/enquiries/${enquiry.enquiryId}/ask-preview`;
    const answer = await sharing.as(people.analyst)('post', path, { purpose: 'S17', lines: [line] });
    return (answer.body as AskPreview).lines[0];
  };

  test('is social care: a child under 13 with a sign of sexual harm waits for no consent', async () => {
    atSection17({ sign: 'u13_sexual' });
    await consent.state({ state: 'refused' });
    expect(await asking(socialCare)).toMatchObject({ outcome: 'PERMIT', rule: 'R-AGE-06' });
    expect(await previewed(socialCare)).toMatchObject({ outcome: 'PERMIT' });
  });

  test('is social care: at section 47 protection outweighs an objection, and the child is told', async () => {
    enquiry.factsAre({ child: { kind: '13_15', objects: true } });
    const kept = await asking(socialCare, 'S47');
    expect(kept).toMatchObject({ outcome: 'PERMIT', rule: 'R-AGE-02a' });
    expect(kept?.reasons).toContain('OBJECTION_OUTWEIGHED');
  });

  test('is early help: it is not asked against a refusal, nor before anybody agreed to its help', async () => {
    atSection17();
    await consent.state({ state: 'given' });
    expect(await asking(earlyHelp)).toMatchObject({ outcome: 'REVIEW', rule: 'R-CONS-03b' });
    await consent.state({ kind: 'service', state: 'given' });
    expect(await asking(earlyHelp)).toMatchObject({ outcome: 'PERMIT' });
    await consent.state({ state: 'refused' });
    expect(await asking(earlyHelp)).toMatchObject({ outcome: 'DENY', rule: 'R-CONS-03a' });
    expect(await previewed(earlyHelp)).toMatchObject({ outcome: 'DENY' });
  });
});
