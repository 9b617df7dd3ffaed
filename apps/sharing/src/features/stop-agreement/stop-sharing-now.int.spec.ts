import { AskPreview, DEMO_AGENCIES, type AgreementContent } from '@mash/contracts';
import { people } from '@mash/testing';
import { establish } from '../../../testing/a-partnership';
import { AnEnquiry } from '../../../testing/an-enquiry';
import { conclude } from '../../../testing/an-agreement';
import { startSharing, type Sharing } from '../../../testing/start-sharing';

const ONE_SECOND = 1000;

describe('Stop sharing now, with two processes on one database', () => {
  let [sharing, second]: [Sharing, Pick<Sharing, 'as' | 'close'>] = [] as never;
  let agreement: AgreementContent;
  let enquiry: AnEnquiry;
  beforeAll(async () => {
    sharing = await startSharing();
    second = await sharing.another();
    agreement = await establish(sharing);
    enquiry = await AnEnquiry.begin(sharing);
  });
  afterAll(async () => {
    await second.close();
    await sharing.close();
  });

  /** What it would decide of a question to the police, now. */
  const ruleIn = async (instance: Pick<Sharing, 'as'>): Promise<string | undefined> => {
    const line = {
      ...{ agencyId: DEMO_AGENCIES.police, personId: enquiry.personId, category: 'police-incidents' },
      ...{ existenceOnly: false, need: 'yes' },
    };
    const asked = { purpose: 'S47', lines: [line] };
    const { body } = await instance.as(people.analyst)('post', `/enquiries/${enquiry.enquiryId}/ask-preview`, asked);
    return AskPreview.parse(body).lines[0]?.rule;
  };
  const stop = async () =>
    (await sharing.as(people.igOfficer)('post', `/agreements/${agreement.agreementId}/stop`)).status;

  test('the other process decides its very next question by R-AGR-04, and so on until it is drawn again', async () => {
    expect([await ruleIn(sharing), await ruleIn(second)]).toEqual(['R-AGR-01b', 'R-AGR-01b']);
    expect(await stop()).toBe(204);
    const stoppedAt = performance.now();
    const next = await ruleIn(second);
    const took = performance.now() - stoppedAt;
    expect(next).toBe('R-AGR-04');
    expect(took).toBeLessThan(ONE_SECOND);
    process.stdout.write(`stop to the other process's decision by R-AGR-04: ${took.toFixed(0)} ms\n`);
    expect(await ruleIn(sharing)).toBe('R-AGR-04');
    agreement = await conclude(sharing, { ...agreement, version: 2 });
    expect([await ruleIn(second), await ruleIn(sharing)]).toEqual(['R-AGR-01b', 'R-AGR-01b']);
  });

  test('a process that is asked without a pause permits nothing once the stop has been answered', async () => {
    const answered = new Set<string>();
    const after: (string | undefined)[] = [];
    const asking = (async () => {
      while (after.length < 10) {
        const wasAnswered = answered.has('stop');
        const rule = await ruleIn(second);
        if (wasAnswered) after.push(rule);
      }
    })();
    expect(await stop()).toBe(204);
    answered.add('stop');
    await asking;
    expect(after).toEqual(Array.from({ length: 10 }, () => 'R-AGR-04'));
  });
});
