import { newId, type EnvelopeToOpen, type IntakeFacts } from '@mash/contracts';
import { people } from '@mash/testing';
import { decideAsk } from '../../testing/decide-ask';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

/** Whoever is asked may ring the mother to say so: what keeps the hub from telling her travels with the question. */
describe('A question to an agency', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' }));

  const opened = async (): Promise<readonly string[] | undefined> => {
    const { enquiryId, personId } = enquiry;
    const ids = { requestId: newId(), agencyId: people.policeLiaison.agencyId, personId };
    const { partnershipId } = people.analyst;
    const header = { typ: 'request', partnershipId, version: 1, enquiryId, ...ids } as const;
    const content = { purposeText: 'To protect him.', questions: [{ category: 'police-incidents' }] };
    const sealed = await enquiry.seal<'request'>(header, { content, by: people.analyst.id });
    const request: EnvelopeToOpen = { typ: 'request', envelopeId: newId(), version: 1, ...ids, sealed };
    await decideAsk(sharing, enquiry, 'police-incidents', 'PERMIT', ids.requestId);
    const { items } = await enquiry.released([request], { mode: 'ask' }, people.policeLiaison);
    return items[0]?.obligations;
  };
  const child = (its: Partial<IntakeFacts['people'][number]>) => {
    enquiry.factsAre({ child: its });
  };

  test('says nothing of the parents where nothing is kept from them', async () => {
    enquiry.concernAsks({ keepFromFamily: { answer: 'no' } });
    expect(await opened()).not.toContain('NOT_TELL_PARENT');
  });

  test('carries that they are not to be told where a manager has decided that it is not safe', async () => {
    enquiry.factsAre({ decision: { whoTellsFamily: 'not_safe_to_tell' } });
    expect(await opened()).toContain('NOT_TELL_PARENT');
  });

  test('and where the concern asks to keep something from the family, without what', async () => {
    enquiry.concernAsks({ keepFromFamily: { answer: 'yes', what: 'That he spoke to us' } });
    const obligations = await opened();
    expect(obligations).toContain('NOT_TELL_PARENT');
    expect(JSON.stringify(obligations)).not.toContain('spoke');
  });

  test('and where the child objects who is 13 or over, or an answer of another agency holds telling', async () => {
    child({ kind: '13_15', objects: true });
    expect(await opened()).toContain('NOT_TELL_PARENT');
    child({ kind: 'u13', objects: false });
    expect(await opened()).not.toContain('NOT_TELL_PARENT');
    await sharing.query('INSERT INTO telling_hold (enquiry_id, held_at) VALUES ($1, now())', [enquiry.enquiryId]);
    expect(await opened()).toContain('NOT_TELL_PARENT');
  });
});
