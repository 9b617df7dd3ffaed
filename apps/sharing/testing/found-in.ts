import type { EnvelopeRefusals } from '@mash/contracts';
import { people } from '@mash/testing';
import { UnopenableEnvelopes } from '../src/envelopes/unopenable-envelopes';
import type { Sharing } from './start-sharing';

/** What is on record of an enquiry's envelopes that were found and did not open: the report of information governance, and the log. */
export async function foundIn(sharing: Sharing, enquiryId: string) {
  await sharing.app.get(UnopenableEnvelopes).settled();
  const report = await sharing.as(people.igOfficer)('get', '/envelope-refusals');
  const reported = (report.body as EnvelopeRefusals).refusals.filter((one) => one.enquiryId === enquiryId);
  const audited = await sharing.query<{ id: string }>(
    `SELECT envelope -> 'data' -> 'subject' ->> 'id' AS id FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
      WHERE envelope -> 'data' ->> 'action' = 'envelope.refuse' AND envelope -> 'data' ->> 'enquiryId' = $1 ORDER BY 1`,
    [enquiryId],
  );
  expect(audited.map(({ id }) => id)).toEqual(reported.map(({ envelopeId }) => envelopeId).sort());
  for (const one of reported) {
    expect([one.presentedBy, one.presenterAgencyId]).toEqual(['sharing', undefined]);
    expect(one.code).toMatch(/^SEAL\./);
  }
  return reported.map(({ place, envelopeId }) => ({ place, envelopeId }));
}
