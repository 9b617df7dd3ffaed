import { AgencyRequests, ConsentPreview, DecidedAgain, RequestDetail } from '@mash/contracts';
import { answer, answersOf, checkedAnswers } from './support/answering';
import { requestsOf } from './support/asking';
import { consentsOf, noticesTo, statementOf, stateConsent } from './support/consenting';
import { eventually } from './support/eventually';
import { aFamily } from './support/family';
import { act, read } from './support/http';
import { once } from './support/once';
import { enquiryOf } from './support/rating';
import { envelopesOf, tryRelease } from './support/releasing';
import { personOf } from './support/screening';
import { FINDINGS, Story } from './support/story';

const MISSED = 'Three appointments were missed this year.';
const TOLD = 'That the school and the hospital would be asked.';

/** The hospital has answered about the child and the school has not, when the mother takes her yes back. */
class ConsentStory extends Story {
  readonly partlyAnswered = once(async () => {
    await this.reviewed();
    await this.answerOf('riverside-health-trust');
    return checkedAnswers(await this.enquiryId());
  });

  readonly previewed = once(async () => {
    await this.partlyAnswered();
    const said = { personId: await this.childId(), kind: 'sharing', state: 'withdrawn', givenBy: 'parent_with_pr' };
    const path = `/enquiries/${await this.enquiryId()}/consents/preview`;
    return act(
      'analyst',
      'sharing',
      path,
      { ...said, givenById: await this.motherId(), bodies: [] },
      { schema: ConsentPreview },
    );
  });

  readonly withdrawn = once(async () => {
    await this.previewed();
    const enquiryId = await this.enquiryId();
    const spoken = {
      enquiryId,
      personId: await this.childId(),
      words: { told: TOLD },
      givenById: await this.motherId(),
    };
    await stateConsent(enquiryId, await statementOf({ ...spoken, state: 'withdrawn' }));
    return eventually(async () => {
      const school = await this.lineOf('riverside-education');
      if (school.state !== 'recalled') throw new Error(`not recalled: ${school.state}`);
      return school;
    });
  });

  /** She is on the roster: what she says by name takes the place of what she said before. */
  async motherId(): Promise<string> {
    return personOf(await this.screened(), this.family.mother);
  }

  async lineOf(agencyId: string) {
    const childId = await this.childId();
    const line = (await this.requestTo(agencyId)).lines.find(({ personId }) => personId === childId);
    if (line === undefined) throw new Error(`Nobody asked ${agencyId} about the child`);
    return line;
  }
}

const story = new ConsentStory({ family: aFamily({ surname: 'Hazelbrook' }), findings: FINDINGS });
const school = 'riverside-education';

describe('A mother takes back her yes', () => {
  test('and before it is recorded the analyst sees what that recalls, and whom it tells', async () => {
    const { lines, told, before, after } = await story.previewed();
    expect([before.state, after.state]).toEqual(['given', 'withdrawn']);
    const effects = new Map(lines.map(({ agencyId, effect }) => [agencyId, effect]));
    expect(effects.get(school)).toBe('recalled');
    expect(effects.get('riverside-health-trust')).toBe('answered_already');
    expect(told).toEqual(expect.arrayContaining([school, 'riverside-health-trust']));
  });

  test('so what is open is recalled, what was answered stands, and what was asked about her alone is not touched', async () => {
    await story.withdrawn();
    expect((await story.lineOf('riverside-health-trust')).state).toBe('answered');
    await eventually(async () => expect((await story.lineOf('riverside-police')).state).toBe('recalled'));
    const { lines } = await story.requestTo('riverside-police');
    expect(lines.map(({ state }) => state).sort()).toEqual(['issued', 'recalled']);
  });

  test('the school reads in its worklist that it is not to answer, and cannot', async () => {
    await story.withdrawn();
    const { requestId } = await story.requestTo(school);
    const { requests } = await read('education', 'agency-requests', '/worklist', AgencyRequests);
    expect(requests.find((one) => one.requestId === requestId)).toMatchObject({ state: 'recalled' });
    const detail = await read('education', 'agency-requests', `/requests/${requestId}`, RequestDetail);
    expect(detail.envelopes).toEqual([]);
    const known = { [await story.childId()]: FINDINGS[school] ?? [] };
    await expect(answer('education', { requestId, known })).rejects.toMatchObject({
      status: 409,
      code: 'REQUESTS.RECALLED',
    });
    expect((await answersOf(await story.enquiryId())).map(({ agencyId }) => agencyId)).not.toContain(school);
  });

  test('nobody waits for the school any more', async () => {
    await story.withdrawn();
    const enquiryId = await story.enquiryId();
    // Health has answered; police owes what it was asked about the mother. School and social care owe nothing.
    await eventually(async () => expect(await enquiryOf(enquiryId)).toMatchObject({ asked: 2, answered: 1 }));
    const chased = act('analyst', 'agency-requests', `/requests/${(await story.requestTo(school)).requestId}/chase`);
    await expect(chased).rejects.toMatchObject({ code: 'REQUESTS.NOTHING_OWED' });
  });

  test('whoever holds something about the child is told, in ids and codes, and says what became of it', async () => {
    await story.withdrawn();
    const enquiryId = await story.enquiryId();
    const [toHospital] = await eventually(async () => {
      const notices = await noticesTo('health', enquiryId);
      expect(notices).toHaveLength(1);
      return notices;
    });
    expect(toHospital).toMatchObject({ state: 'withdrawn', holds: ['answer', 'request'] });
    expect(JSON.stringify(toHospital)).not.toMatch(/Hazelbrook|appointments/);
    expect((await noticesTo('education', enquiryId)).map(({ holds }) => holds)).toEqual([['request']]);
    const path = `/consent-notices/${String(toHospital?.noticeId)}/confirm`;
    await expect(act('education', 'sharing', path, { did: 'destroyed' })).rejects.toMatchObject({ status: 404 });
    await act('health', 'sharing', path, { did: 'kept_by_law' });
    const { notices } = await consentsOf(enquiryId);
    expect(notices.find(({ noticeId }) => noticeId === toHospital?.noticeId)).toMatchObject({
      confirmed: 'kept_by_law',
    });
  });

  test('the hub may look at the answer that came before, to decide what next and for nothing else', async () => {
    const [answered] = await story.partlyAnswered();
    await story.withdrawn();
    if (answered === undefined) throw new Error('The hospital has not answered');
    const wanted = { enquiryId: await story.enquiryId(), envelopes: envelopesOf(answered) };
    const { body } = await tryRelease('analyst', wanted);
    expect(body).toMatchObject({ items: [{ visibility: 'shown', reason: { code: 'WITHDRAWN_LIMITED' } }] });
    expect(JSON.stringify(body)).toContain(MISSED);
  });

  test('what she was told stands sealed; sent again it is the same statement, and under its id no other is taken', async () => {
    await story.withdrawn();
    const enquiryId = await story.enquiryId();
    const { statements } = await consentsOf(enquiryId);
    const withdrawal = statements.find(({ state }) => state === 'withdrawn');
    expect(withdrawal?.sealed?.envelope).toEqual(expect.any(String));
    expect(JSON.stringify(statements)).not.toContain('hospital would be asked');
    const { statementId, statedAt } = withdrawal ?? {};
    const givenById = await story.motherId();
    const sent = { enquiryId, personId: await story.childId(), words: { told: TOLD }, statementId, givenById };
    await stateConsent(enquiryId, {
      ...(await statementOf({ ...sent, state: 'withdrawn' })),
      statedAt: String(statedAt),
    });
    const other = stateConsent(enquiryId, await statementOf({ ...sent, state: 'refused' }));
    await expect(other).rejects.toMatchObject({ status: 409, code: 'CONSENT.ID_TAKEN' });
    expect((await consentsOf(enquiryId)).statements).toHaveLength(statements.length);
  });
});

describe('She agrees again', () => {
  test('and nothing is asked by itself: the school is asked once the analyst presses "Ask again", and can answer', async () => {
    await story.withdrawn();
    const enquiryId = await story.enquiryId();
    const { lineId } = await story.lineOf(school);
    const again = (): Promise<DecidedAgain> =>
      act('analyst', 'sharing', `/enquiries/${enquiryId}/lines/${lineId}/decide-again`, {}, { schema: DecidedAgain });
    await expect(again()).rejects.toMatchObject({ code: 'SHARING.NOTHING_CHANGED' });
    const hers = { enquiryId, personId: await story.childId(), givenById: await story.motherId() };
    await stateConsent(enquiryId, await statementOf({ ...hers, state: 'given' }));
    expect((await story.lineOf(school)).state).toBe('recalled');
    expect(await again()).toMatchObject({ outcome: 'PERMIT' });
    await eventually(async () => expect((await story.lineOf(school)).state).toBe('issued'));
    const { requestId } = await story.requestTo(school);
    await answer('education', { requestId, known: { [await story.childId()]: FINDINGS[school] ?? [] } });
    await eventually(async () =>
      expect((await requestsOf(enquiryId)).find((one) => one.requestId === requestId)?.state).toBe('answered'),
    );
  });
});
