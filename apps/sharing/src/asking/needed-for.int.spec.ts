import { DEMO_AGENCIES, type IntakeFacts, type LineFacts, type NeedSaid } from '@mash/contracts';
import { people } from '@mash/testing';
import { proposedLine } from '../../testing/a-line';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { managerLets } from '../../testing/manager-lets';
import { newerFactsOf } from '../../testing/newer-facts';
import { forEachTest, type ForATest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);
const FATHER_ELSEWHERE = { kind: 'adult', relation: 'pr_uninvolved' } as const;
const { police } = DEMO_AGENCIES;

describe('What a line is needed for', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let lines: ForATest['lines'];
  forEachTest((its) => ({ sharing, enquiry, lines } = its));
  beforeEach(() => {
    rosterHas(FATHER_ELSEWHERE);
  });

  const rosterHas = (child: Partial<IntakeFacts['people'][number]>): void => {
    enquiry.factsAre({ child, intake: { issues: ['neglect'] } });
  };
  const ask = async (its: Partial<LineFacts>) => {
    const { line, event } = await proposedLine(enquiry, { agencyId: police, category: 'police-incidents', ...its });
    await lines.react(event);
    return { line, kept: (await lines.kept(line.lineId)).at(-1) };
  };
  const preview = async (said: NeedSaid) => {
    const line = { agencyId: police, personId: enquiry.personId, category: 'police-incidents', existenceOnly: false };
    const body = { purpose: 'S47', lines: [{ ...line, ...said }] };
    const answer = await sharing.as(people.analyst)('post', `/enquiries/${enquiry.enquiryId}/ask-preview`, body);
    return (answer.body as { lines: { outcome: string }[] }).lines[0]?.outcome;
  };
  const readAnswerTo = async ({ requestId }: LineFacts) => {
    const item = { text: 'Called out in May.' };
    const { row } = await enquiry.answer([item], police, undefined, undefined, requestId);
    return (await enquiry.released([row])).items;
  };

  test('lets a parent elsewhere be asked about where the sender names a worry that the concern names', async () => {
    const named = { need: 'yes', worry: 'neglect' } as const;
    expect(await preview(named)).toBe('PERMIT');
    const { line, kept } = await ask(named);
    expect(kept).toMatchObject({ outcome: 'PERMIT' });
    expect(await readAnswerTo(line)).toMatchObject([{ visibility: 'shown' }]);
  });

  test('is refused as not necessary where no worry makes it so, or nobody says', async () => {
    expect(await preview({ need: 'no' })).toBe('DENY');
    expect(await preview({})).toBe('DENY');
    expect((await ask({ need: 'no' })).kept).toMatchObject({ outcome: 'DENY', rule: 'R-NEC-01a' });
    expect((await ask({ need: 'unclear' })).kept).toMatchObject({ outcome: 'DENY', rule: 'R-NEC-01a' });
  });

  test('waits for a manager where the worry named is none of the concern, and its answer opens once they said yes', async () => {
    const { line, kept } = await ask({ need: 'yes', worry: 'missing' });
    expect(kept).toMatchObject({ outcome: 'REVIEW', rule: 'R-NEC-02' });
    expect(await readAnswerTo(line)).toMatchObject([{ outcome: 'REVIEW', reason: { code: 'NECESSITY_UNCLEAR' } }]);
    expect(await managerLets(enquiry, line.lineId)).toBe(204);
    expect((await lines.kept(line.lineId)).at(-1)).toMatchObject({ outcome: 'PERMIT' });
    expect(await readAnswerTo(line)).toMatchObject([{ visibility: 'shown' }]);
  });

  test('of somebody only mentioned is unclear until a worry is named', async () => {
    rosterHas({ kind: 'adult', relation: 'third' });
    expect((await ask({ need: 'unclear' })).kept).toMatchObject({ outcome: 'REVIEW', rule: 'R-NEC-02' });
    expect((await ask({ need: 'yes', worry: 'neglect' })).kept).toMatchObject({ outcome: 'PERMIT' });
  });

  test('of a child only mentioned is unclear alike, and of one who may have caused the harm as the sender said', async () => {
    rosterHas({ kind: '13_15', relation: 'third' });
    expect((await ask({ need: 'yes' })).kept).toMatchObject({ outcome: 'REVIEW', rule: 'R-NEC-02' });
    expect((await ask({ need: 'no' })).kept).toMatchObject({ outcome: 'DENY', rule: 'R-NEC-01a' });
    rosterHas({ kind: '13_15', relation: 'ap' });
    expect((await ask({ need: 'yes' })).kept).toMatchObject({ outcome: 'PERMIT' });
  });

  test('stands as it was said where it was sent before anybody was asked for a worry, also when it is decided again', async () => {
    const { line, kept } = await ask({ unasked: true });
    expect(kept).toMatchObject({ outcome: 'PERMIT' });
    const newer = newerFactsOf(sharing, enquiry);
    enquiry.factsAre({ child: FATHER_ELSEWHERE, intake: { issues: ['neglect'], rosterVersion: 2 } });
    await newer.hearRoster(newer.roster(2));
    expect((await lines.kept(line.lineId)).map(({ outcome }) => outcome)).toEqual(['PERMIT', 'PERMIT']);
    expect(await readAnswerTo(line)).toMatchObject([{ visibility: 'shown' }]);
  });

  test('is asked of a manager once the roster says that the worry is not about them any more', async () => {
    rosterHas({});
    const { line } = await ask({});
    const newer = newerFactsOf(sharing, enquiry);
    enquiry.factsAre({ child: FATHER_ELSEWHERE, intake: { issues: ['neglect'], rosterVersion: 2 } });
    await newer.hearRoster(newer.roster(2));
    expect(await lines.outcomes(line.lineId)).toEqual(['PERMIT', 'REVIEW']);
    expect((await lines.kept(line.lineId)).at(-1)).toMatchObject({ rule: 'R-NEC-02' });
  });
});
