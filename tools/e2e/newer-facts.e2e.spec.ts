import { AgencyRequests, RequestDetail, SharingDecisions } from '@mash/contracts';
import { answer } from './support/answering';
import { eventually } from './support/eventually';
import { aFamily } from './support/family';
import { read } from './support/http';
import { once } from './support/once';
import { rate } from './support/rating';
import { Story } from './support/story';

/** Section 47 was thought to be reached when everybody was asked; then the threshold turns out to be early help, and nobody sought consent. */
class ThresholdFalls extends Story {
  readonly fell = once(async () => {
    await this.asked();
    const enquiryId = await this.enquiryId();
    await eventually(async () => expect((await this.requestTo(SCHOOL)).lines[0]?.state).toBe('issued'));
    await rate(enquiryId, { colour: 'green', threshold: 'early_help' });
    return eventually(async () => {
      const request = await this.requestTo(SCHOOL);
      const [line] = request.lines;
      if (line?.state !== 'recalled') throw new Error(`still ${String(line?.state)}`);
      return request;
    });
  });
}

const SCHOOL = 'riverside-education';
const story = new ThresholdFalls({
  family: aFamily({ surname: 'Larkmeadow', consent: 'not_sought' }),
  threshold: 's47',
});

describe('A threshold falls from section 47 to early help, and nobody sought consent', () => {
  test('so the open question to the school is stopped, by a decision that says what it follows', async () => {
    const { lines } = await story.fell();
    const path = `/enquiries/${await story.enquiryId()}/sharing-decisions`;
    const { decisions } = await read('manager', 'sharing', path, SharingDecisions);
    const newest = decisions.find(({ about }) => about.id === lines[0]?.lineId);
    expect(newest).toMatchObject({
      outcome: 'DENY',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'ABOVE_THRESHOLD' })]),
    });
    expect(newest).not.toHaveProperty('byPerson');
  });

  test('the school reads in its worklist that it is not to answer, with no word of why, and cannot', async () => {
    const { requestId } = await story.fell();
    const { requests } = await read('education', 'agency-requests', '/worklist', AgencyRequests);
    const listed = requests.find((one) => one.requestId === requestId);
    expect(listed?.state).toBe('recalled');
    expect(JSON.stringify(listed)).not.toMatch(/threshold|consent|early|Larkmeadow/i);
    const detail = await read('education', 'agency-requests', `/requests/${requestId}`, RequestDetail);
    expect(detail.envelopes).toEqual([]);
    await expect(answer('education', { requestId, known: { [await story.childId()]: [] } })).rejects.toMatchObject({
      status: 409,
      code: 'REQUESTS.RECALLED',
    });
  });
});
