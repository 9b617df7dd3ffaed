import { DEMO_AGENCIES, type LineFacts } from '@mash/contracts';
import { linesWith, proposedLine } from '../../testing/a-line';
import { establish } from '../../testing/a-partnership';
import { aRegisteredSystem, opensByCapability, type ASystem } from '../../testing/a-system';
import { AnEnquiry } from '../../testing/an-enquiry';
import { releaseAllOnCondition } from '../../testing/release-on-condition';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const CONDITION = 'Ask the head alone; he reads her post.';

describe('A question that was released on a condition, to the system of the agency asked,', () => {
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
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
    const proposed = await proposedLine(enquiry, { purpose: 'S17', purposeText: 'A worry about how she comes in.' });
    await linesWith(sharing).react(proposed.event);
    line = proposed.line;
    await releaseAllOnCondition(enquiry, CONDITION);
  });

  const open = () => opensByCapability(sharing, school, line.lineId);

  test('brings the condition beside it', async () => {
    const { status, body } = await open();
    expect([status, body.condition]).toEqual([200, CONDITION]);
  });

  test('does not open where the reason of its releaser does not: nobody knows on which condition it may be asked', async () => {
    const kept = 'SELECT reason_kid AS kid FROM review WHERE enquiry_id = $1 AND reason_kid IS NOT NULL';
    const [own] = await sharing.query<{ kid: string }>(kept, [enquiry.enquiryId]);
    const { publicKey } = await AnEnquiry.begin(sharing);
    const lies = 'UPDATE review SET reason_kid = $2 WHERE enquiry_id = $1 AND reason_kid IS NOT NULL';
    await sharing.query(lies, [enquiry.enquiryId, publicKey.kid]);
    const shut = await open();
    expect([shut.status, shut.body.code]).toEqual([409, 'SHARING.CAPABILITY_WITHDRAWN']);
    expect(JSON.stringify(shut.body)).not.toContain('how she comes in');
    await sharing.query(lies, [enquiry.enquiryId, own?.kid]);
    expect(await open()).toMatchObject({ status: 200, body: { condition: CONDITION } });
  });
});
