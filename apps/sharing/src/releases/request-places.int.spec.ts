import { DEMO_AGENCIES, type LineFacts, type ReleasedItem } from '@mash/contracts';
import { linesWith, opensRequest, proposedLine } from '../../testing/a-line';
import { establish } from '../../testing/a-partnership';
import { aRegisteredSystem, opensByCapability, type ASystem } from '../../testing/a-system';
import { AnEnquiry } from '../../testing/an-enquiry';
import { newerFactsOf } from '../../testing/newer-facts';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

/** By what an agency knows somebody when it does not read where they live. */
const WHO = {
  ...{ names: ['Wren Quillfeather'], aliases: ['Wrennie'], kind: 'child', sex: 'F', relationship: 'daughter' },
  ...{ birthDate: { year: 2018, month: 5, day: 3 }, upn: 'Q801200001001' },
};
const WHERE = {
  addresses: ['4 Tanner Row, Riverside, RV1 4TT'],
  school: 'Weir Lane Primary',
  gp: 'Mill Street Surgery',
};
const PURPOSE = 'Somebody heard shouting at 4 Tanner Street, RV1 4TT.';
const TELLS_WHERE = /Tanner|RV1|Weir|Mill Street/;

describe('A question that was sealed with an address', () => {
  let sharing: Sharing;
  let school: ASystem;
  let enquiry: AnEnquiry;
  let line: LineFacts;

  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    school = await aRegisteredSystem(sharing, { clientId: 'school-records', agencyId: DEMO_AGENCIES.school });
  });
  afterAll(() => sharing.close());
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
    line = await asked({ ...WHO, ...WHERE });
  });

  const asked = async (person: object, purposeText = PURPOSE): Promise<LineFacts> => {
    const proposed = await proposedLine(enquiry, { purposeText, person });
    await linesWith(sharing).react(proposed.event);
    return proposed.line;
  };
  type Read = Pick<ReleasedItem, 'content' | 'redactions'>;
  const byItsPeople = async (): Promise<Read> => {
    const { body } = await opensRequest(sharing, line);
    return (body as { items: ReleasedItem[] }).items[0] ?? { redactions: [] };
  };
  const byItsSystem = async (): Promise<Read> => (await opensByCapability(sharing, school, line.lineId)).body as Read;
  const isHidden = () => enquiry.factsAre({ child: { protected: ['address'] }, intake: { rosterVersion: 2 } });
  const hear = async () => {
    const facts = newerFactsOf(sharing, enquiry);
    await facts.hearRoster(facts.roster(2));
    expect(await linesWith(sharing).outcomes(line.lineId)).toEqual(['PERMIT', 'PERMIT']);
  };

  describe.each([
    ['people', byItsPeople],
    ['system', byItsSystem],
  ])('to the %s of the agency asked,', (_, read) => {
    test('tells it while nothing hides it', async () => {
      expect(await read()).toMatchObject({ content: { purposeText: PURPOSE, person: WHERE }, redactions: [] });
    });

    test.each([
      ['once its line was decided on the newer roster', hear],
      ['at once, before anything of it was heard', () => Promise.resolve()],
    ])('tells no place that was hidden since, and says so: %s', async (_when, then) => {
      isHidden();
      await then();
      const { content, redactions } = await read();
      expect(JSON.stringify(content)).not.toMatch(TELLS_WHERE);
      expect(redactions).toContain('PLACE');
    });

    test('still tells whom to look for', async () => {
      isHidden();
      await hear();
      expect(await read()).toMatchObject({ content: { person: { ...WHO, addresses: [] } } });
    });

    test('says of nothing that it is left out where nothing of it was there', async () => {
      isHidden();
      line = await asked({ ...WHO, addresses: [] }, 'Somebody heard shouting.');
      expect(await read()).toMatchObject({ content: { person: WHO }, redactions: [] });
    });
  });
});
