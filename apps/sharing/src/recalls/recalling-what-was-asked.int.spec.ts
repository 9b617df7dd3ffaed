import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  IdentityStatedV1,
  newId,
  type LineFacts,
  type MyRecalls,
} from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { people } from '@mash/testing';
import { linesWith } from '../../testing/a-line';
import { aPermittedLine } from '../../testing/a-permitted-line';
import { ARecall } from '../../testing/a-recall';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { DecideAgainWhenAFactChanges } from '../reactions/decide-again-when-a-fact-changes.reaction';

jest.setTimeout(120_000);

const { police } = DEMO_AGENCIES;
const NAME = 'Quillfeather';

describe('What was asked, and what was told at once, is recalled like what was answered', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let recall: ARecall;
  let line: LineFacts;

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(async () => {
    recall = new ARecall(sharing, enquiry);
    sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
    sharing.others.access.set(people.healthLiaison.id, { access: 'ordinary', audience: 'agency' });
    line = await aPermittedLine(enquiry);
  });

  const request = () => ({ kind: 'request', id: line.requestId }) as const;
  const opened = async (as: PersonActor = people.policeLiaison) => {
    const { agencyId, personId, requestId, envelopeId, sealed } = line;
    const envelope = { typ: 'request', envelopeId, version: 1, requestId, agencyId, personId, sealed };
    return enquiry.release([envelope], { mode: 'ask' }, as);
  };
  const waiting = async (as: PersonActor) => {
    const { notices } = (await sharing.as(as)('get', '/recall-notices')).body as MyRecalls;
    return notices.filter(({ enquiryId }) => enquiryId === enquiry.enquiryId);
  };
  const announced = (type: string) =>
    sharing.query<{ id: string; envelope: IdentityStatedV1 & { data: { withdrawnNoticeId?: string } } }>(
      `SELECT id, envelope FROM (SELECT id, type, seq, envelope FROM outbox UNION SELECT id, type, seq, envelope FROM outbox_archive) put_down
        WHERE type = $1 AND envelope -> 'data' ->> 'enquiryId' = $2 ORDER BY seq`,
      [type, enquiry.enquiryId],
    );
  const hearWhatWasSaid = async () => {
    for (const { envelope } of await announced(IdentityStatedV1.type))
      await sharing.app.get(DecideAgainWhenAFactChanges).identityStated(envelope);
  };
  const outcomes = () => linesWith(sharing).outcomes(line.lineId);
  const breaches = () => sharing.query('SELECT kind FROM breach WHERE enquiry_id = $1', [enquiry.enquiryId]);

  test('a request that went to the wrong agency: who opened it destroys it, it opens no more, its line is taken back', async () => {
    expect(JSON.stringify((await opened()).body)).toContain(NAME);
    const its = { says: 'wrong_recipient', recipientAgencyId: police } as const;
    expect(await recall.says(request(), its)).toMatchObject({ status: 200, body: { recipients: 1 } });
    const after = await opened();
    expect(JSON.stringify(after.body)).not.toContain(NAME);
    expect(after.body).toMatchObject({ items: [], refused: [{ code: 'SHARING.REQUEST_RECALLED' }] });
    const [notice] = await waiting(people.policeLiaison);
    expect(notice).toMatchObject({ what: 'request', late: false });
    expect((await recall.confirms(notice?.noticeId ?? '', people.policeLiaison)).status).toBe(204);
    expect(await waiting(people.policeLiaison)).toEqual([]);
    expect(await breaches()).toEqual([{ kind: 'wrong_recipient' }]);
    expect(await outcomes()).toEqual(['PERMIT']);
    await hearWhatWasSaid();
    expect(await outcomes()).toEqual(['PERMIT', 'DENY']);
  });

  test('a request that nobody opened is taken back, and nobody has anything to destroy', async () => {
    expect((await recall.says(request())).body).toMatchObject({ recipients: 0 });
    expect((await opened()).body).toMatchObject({ items: [], refused: [{ code: 'SHARING.REQUEST_RECALLED' }] });
    expect(await waiting(people.policeLiaison)).toEqual([]);
    expect(await sharing.query('SELECT closed_how FROM recall WHERE enquiry_id = $1', [enquiry.enquiryId])).toEqual([
      { closed_how: 'nobody_saw' },
    ]);
  });

  test('a person who was matched wrongly was made known to whom they were asked of, whether or not they answered', async () => {
    await opened();
    const about = { kind: 'person', id: enquiry.personId } as const;
    expect(await recall.says(about)).toMatchObject({ status: 200, body: { recipients: 1 } });
    expect(await waiting(people.policeLiaison)).toHaveLength(1);
    expect((await opened()).body).toMatchObject({ items: [], refused: [{ code: 'SHARING.REQUEST_RECALLED' }] });
    await hearWhatWasSaid();
    expect(await outcomes()).toEqual(['PERMIT', 'DENY']);
    expect((await recall.says(about, { says: 'confirmed' }, people.manager)).status).toBe(200);
    await hearWhatWasSaid();
    // It is not asked again by itself: somebody presses the button.
    expect(await outcomes()).toEqual(['PERMIT', 'DENY']);
  });

  test('the agency that was asked says itself that it is about somebody else, also before it has opened it; another agency learns nothing', async () => {
    expect(await recall.says(request(), {}, people.healthLiaison)).toMatchObject({ status: 404 });
    expect(await recall.says({ kind: 'request', id: newId() }, {}, people.policeLiaison)).toMatchObject({
      status: 404,
    });
    expect(await recall.says(request(), {}, people.policeLiaison)).toMatchObject({ status: 200 });
  });

  test('a question is not doubted: it stands or it is taken back', async () => {
    expect(await recall.says(request(), { says: 'doubted' })).toMatchObject({
      status: 422,
      code: 'SHARING.NOTHING_TO_DOUBT',
    });
  });

  describe('a notice of immediate protection', () => {
    let noticeId: string;
    let envelope: object;
    beforeEach(async () => {
      noticeId = newId();
      const ids = { enquiryId: enquiry.enquiryId, productId: noticeId, agencyId: police };
      const header = { typ: 'outward', version: 1, partnershipId: DEMO_PARTNERSHIP, ...ids } as const;
      const sealed = await enquiry.seal<'outward'>(header, { content: { known: NAME }, by: people.analyst.id });
      const kept = {
        noticeId,
        enquiryId: enquiry.enquiryId,
        partnershipId: DEMO_PARTNERSHIP,
        agencyId: police,
        sealed,
      };
      sharing.others.answers.set(`/decision/facts/notices/${noticeId}`, kept);
      envelope = { typ: 'outward', envelopeId: noticeId, version: 1, productId: noticeId, agencyId: police, sealed };
    });
    const read = (as: PersonActor = people.policeLiaison) => enquiry.released([envelope], { mode: 'protect' }, as);
    const about = () => ({ kind: 'notice', id: noticeId }) as const;

    test('that went to the wrong desk opens no more, is destroyed by who read it, and its owner hears that no receipt is owed', async () => {
      expect(JSON.stringify(await read())).toContain(NAME);
      const its = { says: 'wrong_recipient', recipientAgencyId: police } as const;
      const elsewhere = { ...its, recipientAgencyId: DEMO_AGENCIES.health };
      expect(await recall.says(about(), elsewhere)).toMatchObject({
        ...{ status: 422, body: { code: 'SHARING.RECIPIENT_NOT_THERE' } },
      });
      expect(JSON.stringify(await read())).toContain(NAME);
      expect(await announced('sharing.recall-opened')).toEqual([]);
      expect(await recall.says(about(), its)).toMatchObject({ status: 200, body: { recipients: 1 } });
      expect(await read()).toMatchObject({ items: [], refused: [{ code: 'SHARING.NOTICE_RECALLED' }] });
      expect(await waiting(people.policeLiaison)).toMatchObject([{ what: 'notice' }]);
      const [event] = await announced('sharing.recall-opened');
      expect(event?.envelope.data).toMatchObject({ withdrawnNoticeId: noticeId });
    });

    test('that is not there, or is another agency’s, is recalled by nobody', async () => {
      expect(await recall.says({ kind: 'notice', id: newId() })).toMatchObject({ status: 404 });
      expect(await recall.says(about(), {}, people.healthLiaison)).toMatchObject({ status: 404 });
      expect(JSON.stringify(await read())).toContain(NAME);
    });
  });
});
