import { people } from '@mash/testing';
import { linesWith, proposedLine } from '../../testing/a-line';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);
const NEIGHBOUR = 'hillbrook-council';
const neighbour = {
  ...{ agencyId: NEIGHBOUR, name: 'Hillbrook Council', kind: 'council_other', bound: true, reveals: 'none' },
  ...{ s47List: true, answersFor: [] },
};

describe("Another council's child", () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let lines: ReturnType<typeof linesWith>;
  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    lines = linesWith(sharing);
    const agencies = [neighbour];
    expect((await sharing.as(people.admin)('put', '/register/agencies', { agencies })).status).toBe(204);
  });
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
  });
  afterAll(() => sharing.close());

  const ask = async (crossBorder: boolean) => {
    const its = { agencyId: NEIGHBOUR, category: 'social-care-history', purpose: 'S47', crossBorder } as const;
    const { line, event } = await proposedLine(enquiry, its);
    await lines.react(event);
    return { line, kept: (await lines.kept(line.lineId)).at(-1) };
  };

  test('may be asked about without an agreement where the asker says that the child lives, lived or is placed there', async () => {
    const { kept } = await ask(true);
    expect(kept).toMatchObject({ outcome: 'PERMIT', rule: 'R-XB-01' });
    const owed = await sharing.query<{ code: string }>('SELECT code FROM obligation WHERE enquiry_id = $1', [
      enquiry.enquiryId,
    ]);
    expect(owed.map(({ code }) => code)).toEqual(expect.arrayContaining(['TELL_HOME_COUNCIL', 'AGR_GAP']));
  });

  test('and not where nobody said so', async () => {
    expect((await ask(false)).kept).toMatchObject({
      outcome: 'REVIEW',
      reasons: expect.arrayContaining(['AGREEMENT_GAP']),
    });
  });

  test('is asked under the duty from the day on which the register says that it binds the neighbour', async () => {
    const from = async (boundFrom: string | null | undefined) => {
      const agencies = [{ ...neighbour, boundFrom }];
      expect((await sharing.as(people.admin)('put', '/register/agencies', { agencies })).status).toBe(204);
      const { line } = await ask(true);
      return sharing.query<{ duty: boolean }>(
        `SELECT lawful_basis::text LIKE '%s16LA%' AS duty FROM sharing_decision WHERE about_id = $1`,
        [line.lineId],
      );
    };
    expect(await from('2999-01-01')).toEqual([{ duty: false }]);
    expect(await from('2026-09-30')).toEqual([{ duty: true }]);
    expect(await from('2999-01-01')).toEqual([{ duty: false }]);
    // An importer that does not know of the day takes none back; a null does.
    expect(await from(undefined)).toEqual([{ duty: false }]);
    expect(await from(null)).toEqual([{ duty: true }]);
  });

  test('so its answer may be read too', async () => {
    const { line } = await ask(true);
    const facts = { category: 'social-care-history', class: 'personal' } as const;
    const item = { text: 'Known since May.', facts, content: { category: 'social-care-history' as const } };
    const { row } = await enquiry.answer([item], NEIGHBOUR, undefined, undefined, line.requestId);
    expect((await enquiry.released([row])).items).toMatchObject([{ visibility: 'shown' }]);
  });

  test('the preview says the same beforehand', async () => {
    const asked = { agencyId: NEIGHBOUR, personId: enquiry.personId, category: 'social-care-history' };
    const line = { ...asked, existenceOnly: false, need: 'yes' };
    const lineAcross = { ...line, crossBorder: true };
    const preview = async (one: object) =>
      (
        (
          await sharing.as(people.analyst)('post', `/enquiries/${enquiry.enquiryId}/ask-preview`, {
            purpose: 'S47',
            lines: [one],
          })
        ).body as { lines: { outcome: string }[] }
      ).lines[0]?.outcome;
    expect([await preview(line), await preview(lineAcross)]).toEqual(['REVIEW', 'PERMIT']);
  });
});
