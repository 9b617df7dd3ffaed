import { newId, type EnvelopeToOpen, type Released } from '@mash/contracts';
import { people } from '@mash/testing';
import { aPermittedLine } from '../../testing/a-permitted-line';
import { aRegisteredSystem, opensByCapability } from '../../testing/a-system';
import { decideAsk } from '../../testing/decide-ask';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

/** A second request asks the same agency about the same person again: what was permitted of the first says nothing of it. */
describe('A request opens by the decisions about its own lines', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  const [first, second] = [newId(), newId()];

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' }));

  const requested = async (requestId: string): Promise<EnvelopeToOpen> => {
    const { enquiryId, personId } = enquiry;
    const ids = { requestId, agencyId: people.policeLiaison.agencyId, personId };
    const { partnershipId } = people.analyst;
    const header = { typ: 'request', partnershipId, version: 1, enquiryId, ...ids } as const;
    const questions = [{ category: 'police-incidents' }, { category: 'domestic-abuse' }];
    const content = { purposeText: 'To protect him.', questions };
    const sealed = await enquiry.seal<'request'>(header, { content, by: people.analyst.id });
    return { typ: 'request', envelopeId: newId(), version: 1, ...ids, sealed };
  };
  const opened = async (requestId: string) =>
    enquiry.released([await requested(requestId)], { mode: 'ask' }, people.policeLiaison);
  const disclosed = ({ releaseId }: Released) =>
    sharing.query('SELECT disclosure_id FROM disclosure WHERE release_id = $1', [releaseId]);

  test('a question that was permitted in one request and denied in the next is not told in that', async () => {
    await decideAsk(sharing, enquiry, 'police-incidents', 'PERMIT', first);
    await decideAsk(sharing, enquiry, 'police-incidents', 'DENY', second);
    await decideAsk(sharing, enquiry, 'domestic-abuse', 'PERMIT', second);
    const again = await opened(second);
    expect(again.items).toMatchObject([{ content: { questions: [{ category: 'domestic-abuse' }] } }]);
    expect(await disclosed(again)).toHaveLength(1);
    const before = await opened(first);
    expect(before.items).toMatchObject([{ content: { questions: [{ category: 'police-incidents' }] } }]);
    expect(await disclosed(before)).toHaveLength(1);
  });

  test('a request of which nothing was decided yet, or nothing was permitted, does not open by what another was', async () => {
    await decideAsk(sharing, enquiry, 'police-incidents', 'PERMIT', first);
    expect(await opened(second)).toMatchObject({ items: [], refused: [{ code: 'SHARING.NOT_FOUND' }] });
    await decideAsk(sharing, enquiry, 'police-incidents', 'REVIEW', second);
    expect(await opened(second)).toMatchObject({ items: [], refused: [{ code: 'SHARING.NOT_FOUND' }] });
  });

  test('a system opens by its capability no other request that lies in the place of the one that was permitted', async () => {
    const line = await aPermittedLine(enquiry);
    const path = `/agency-requests/facts/lines/${line.lineId}`;
    const system = await aRegisteredSystem(sharing);
    const { envelopeId, sealed } = await requested(second);
    sharing.others.answers.set(path, { ...line, requestId: second, envelopeId, sealed });
    expect(await opensByCapability(sharing, system, line.lineId)).toMatchObject({ status: 409 });
    sharing.others.answers.set(path, line);
    expect(await opensByCapability(sharing, system, line.lineId)).toMatchObject({ status: 200 });
  });
});
