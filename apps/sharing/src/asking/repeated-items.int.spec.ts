import { DEMO_AGENCIES, newId } from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder } from '../../testing/a-holder';
import { proposedLine } from '../../testing/a-line';
import type { AnEnquiry, AnItem } from '../../testing/an-enquiry';
import { forEachTest, type ForATest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const KEPT: AnItem = {
  text: 'A caller says that he keeps a knife under the stairs in the house.',
  content: { source: 'The woman at number nine, who asked not to be named' },
  facts: { flags: ['hub_only'] },
};
const REPEATED = 'We ask because a caller says that he keeps a knife under the stairs.';
const SOCIAL_CARE = { audience: 'team_sc', agencyId: DEMO_AGENCIES.socialCare };

describe('The words of a request', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let lines: ForATest['lines'];

  forEachTest((its) => ({ sharing, enquiry, lines } = its));

  type Asked = Parameters<typeof lines.decided>[1];
  const decided = async (asked: Asked = {}) => {
    const [first] = await lines.kept(await lines.decided(enquiry, asked));
    return { outcome: first?.outcome, reasons: first?.reasons, rule: first?.rule };
  };
  const refused = { outcome: 'DENY', rule: 'N-PUR-05' };

  test('go where they repeat nothing', async () => {
    await enquiry.accepted(KEPT);
    expect(await decided({ purposeText: 'We ask because somebody is worried about the home.' })).toMatchObject({
      outcome: 'PERMIT',
    });
  });

  test.each([
    ['the purpose', { purposeText: REPEATED }],
    ['why more is asked for', { why: REPEATED }],
    ['where its holder has it from', { why: 'Ask the woman at number nine, who asked not to be known.' }],
    ['what somebody is to the others', { person: { relationship: 'he keeps a knife under the stairs in the house' } }],
    ['a name', { person: { names: ['A caller says that he keeps a knife'], aliases: ['Under the Stairs'] } }],
    [
      'the text and what somebody is',
      { purposeText: 'A caller says that he keeps', person: { relationship: 'a knife under the stairs' } },
    ],
    ['both together', { purposeText: 'A caller says that he keeps', why: 'a knife under the stairs in the house' }],
    [
      'other letters and spaces',
      { purposeText: 'A CALLER says that he ke eps a knife — under the st\u00adairs in the house' },
    ],
  ])('are not permitted to go where they repeat an item of another agency: in %s', async (_, asked) => {
    await enquiry.accepted(KEPT);
    expect(await decided(asked)).toMatchObject(refused);
  });

  test.each([
    ['of one request, about two people', true],
    ['of two requests', false],
  ])('are read together with the other words that the same agency gets: %s', async (_, isOneRequest) => {
    await enquiry.accepted(KEPT);
    const begins = 'A caller says that he keeps';
    const { line: first } = await proposedLine(enquiry, { why: begins });
    const requestId = isOneRequest ? first.requestId : newId();
    const ends = { why: 'a knife under the stairs', requestId };
    const { requestId: its, envelopeId, personId, sealed } = first;
    const beside = [{ requestId: its, envelopeId, personId, sealed }];
    expect(await decided({ why: begins })).toMatchObject({ outcome: 'PERMIT' });
    expect(await decided(ends)).toMatchObject({ outcome: 'PERMIT' });
    expect(await decided({ ...ends, beside })).toMatchObject(refused);
  });

  test('are not held against a text for what stands beside it alone, or cannot be read', async () => {
    await enquiry.accepted(KEPT);
    const { line: quotes } = await proposedLine(enquiry, { why: REPEATED });
    const { requestId, envelopeId, personId, sealed } = quotes;
    const beside = [
      { requestId, envelopeId, personId, sealed },
      { requestId, envelopeId: newId(), personId: newId(), sealed },
    ];
    expect(await decided({ beside })).toMatchObject({ outcome: 'PERMIT' });
  });

  test('are refused in a sentence that says nothing of the item, its agency or its words', async () => {
    await enquiry.accepted(KEPT);
    await decided({ purposeText: REPEATED });
    const { text } = await sharing.as(people.analyst)('get', `/enquiries/${enquiry.enquiryId}/sharing-decisions`);
    expect(text).toContain('TEXT_REPEATS');
    expect(text).toContain('Say in words of your own why you ask');
    expect(text).not.toMatch(/knife|stairs/);
  });

  test('are not held back from the agency whose own item it is', async () => {
    await enquiry.accepted(KEPT);
    const asked = { purposeText: REPEATED, agencyId: DEMO_AGENCIES.police, category: 'police-incidents' } as const;
    expect((await decided(asked)).rule).not.toBe('N-PUR-05');
  });

  test('say where somebody lives whoever has answered it: without an address nobody can be searched for', async () => {
    const address = 'Flat 3, Heron House, 14 Long Mill Lane, Riverside, RV1 4TT';
    await enquiry.accepted({ ...KEPT, text: `He stays with her at ${address}, on most nights.` });
    expect(await decided({ person: { names: ['Wren'], addresses: [address] } })).toMatchObject({ outcome: 'PERMIT' });
  });

  test('may repeat what the holder has released to the agency asked, in the wording that goes', async () => {
    const { itemIds } = await enquiry.accepted(KEPT);
    const police = new AHolder(sharing, enquiry);
    const wording = 'There is reason\nto think that\ta "weapon" is kept in the home.';
    const says = { says: 'released_wording', to: SOCIAL_CARE, hidesSource: true } as const;
    expect((await police.states(itemIds[0] ?? '', { facts: says, content: { wording } })).status).toBe(204);
    const toSocialCare = { agencyId: DEMO_AGENCIES.socialCare, category: 'social-care-history' } as const;
    expect(await decided({ purposeText: wording, ...toSocialCare })).toMatchObject({ outcome: 'PERMIT' });
    expect(await decided({ purposeText: REPEATED, ...toSocialCare })).toMatchObject(refused);
    expect(await decided({ purposeText: wording })).toMatchObject(refused);
  });

  test('are not made wrong by an answer that quotes them afterwards', async () => {
    const lineId = await lines.decided(enquiry, { purposeText: REPEATED });
    await enquiry.accepted(KEPT);
    const [decision] = await sharing.query<{ id: string }>(
      'SELECT sharing_decision_id AS id FROM sharing_decision WHERE about_id = $1',
      [lineId],
    );
    expect((await lines.kept(lineId)).map(({ outcome }) => outcome)).toEqual(['PERMIT']);
    await sharing.as(people.analyst)('post', `/sharing-decisions/${decision?.id ?? ''}/decide-again`);
    expect((await lines.kept(lineId)).map(({ rule }) => rule)).not.toContain('N-PUR-05');
  });

  test('hold up no immediate protection', async () => {
    await enquiry.accepted(KEPT);
    const concern = await enquiry.concern(REPEATED);
    const recipient = { agencyId: DEMO_AGENCIES.police };
    const { status } = await enquiry.release([concern], { releaseId: enquiry.personId, mode: 'protect', recipient });
    expect(status).toBe(200);
  });
});
