import { AnswerAcceptedV1, AnswerRejectedV1, newId } from '@mash/contracts';
import { people } from '@mash/testing';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';

jest.setTimeout(120_000);

describe('An answer that was received', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;

  forEachTest((its) => ({ sharing, enquiry } = its));

  const check = (event: Parameters<CheckAnswerWhenItIsReceived['handle']>[0]) =>
    sharing.app.get(CheckAnswerWhenItIsReceived).handle(event);
  const said = async (answerId: string) => {
    const rows = await sharing.query<{ type: string; data: unknown }>(
      `SELECT type, envelope -> 'data' AS data FROM (SELECT type, envelope FROM outbox UNION ALL SELECT type, envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'answerId' = $1`,
      [answerId],
    );
    return rows.map(({ type, data }) => ({ type, data }));
  };

  test('is accepted where it opens and is what it says, once for one event', async () => {
    const answer = await enquiry.answer([{ text: 'Known to us.' }]);
    const event = enquiry.received(answer);
    await check(event);
    await check(event);
    expect(await said(answer.ids.answerId)).toMatchObject([
      { type: AnswerAcceptedV1.type, data: { complete: true, late: false } },
    ]);
  });

  test('is rejected where an envelope was changed after it was announced', async () => {
    const [answer, other] = [await enquiry.answer([{ text: 'One.' }]), await enquiry.answer([{ text: 'Two.' }])];
    const event = enquiry.received(answer);
    enquiry.received({ ...answer, row: { ...answer.row, sealed: other.row.sealed } });
    await check(event);
    expect(await said(answer.ids.answerId)).toMatchObject([
      { type: AnswerRejectedV1.type, data: { reasonCode: 'SHARING.ENVELOPE_CHANGED' } },
    ]);
  });

  test('is rejected where it was copied from another answer', async () => {
    const [answer, other] = [await enquiry.answer([{ text: 'One.' }]), await enquiry.answer([{ text: 'Two.' }])];
    const event = enquiry.received({ ...answer, row: { ...answer.row, sealed: other.row.sealed } });
    await check(event);
    expect(await said(answer.ids.answerId)).toMatchObject([
      { type: AnswerRejectedV1.type, data: { reasonCode: 'SEAL.HEADER_MISMATCH' } },
    ]);
  });

  test('waits, and is not rejected, while its enquiry has not been heard of or its owner is silent', async () => {
    const answer = await enquiry.answer([{ text: 'One.' }]);
    const event = enquiry.received(answer);
    const unheard = { ...event, data: { ...event.data, enquiryId: newId() } };
    await expect(check(unheard)).rejects.toMatchObject({ code: 'ENQUIRY_NOT_SEEN_YET' });
    expect(await said(answer.ids.answerId)).toEqual([]);
  });

  test('is rejected, and reported, where the id of its envelope is that of another: it could never be opened', async () => {
    const [first, other] = [await enquiry.accepted({ text: 'One.' }), await enquiry.answer([{ text: 'Two.' }])];
    const again = { ...other, row: { ...other.row, envelopeId: first.row.envelopeId } };
    await check(enquiry.received(again));
    expect(await said(other.ids.answerId)).toMatchObject([
      { type: AnswerRejectedV1.type, data: { reasonCode: 'SHARING.ENVELOPE_ID_TAKEN' } },
    ]);
    expect(
      await sharing.query('SELECT reason_code AS code FROM envelope_refusal WHERE envelope_id = $1', [
        first.row.envelopeId,
      ]),
    ).toEqual([{ code: 'SHARING.ENVELOPE_ID_TAKEN' }]);
    expect(await enquiry.released([first.row])).toMatchObject({ items: [{ visibility: 'shown' }], refused: [] });
  });

  test.each([
    ['a person twice', () => newId()],
    ['an envelope twice', (id: string) => id],
    ['an envelope twice, once in capitals', (id: string) => id.toUpperCase()],
  ])('is rejected, and reported, where it brings %s: it would be tried for ever', async (_twice, again) => {
    const answer = await enquiry.answer([{ text: 'One.' }]);
    const envelopeId = again(answer.row.envelopeId);
    await check(enquiry.received(answer, undefined, [envelopeId]));
    expect(await said(answer.ids.answerId)).toMatchObject([
      { type: AnswerRejectedV1.type, data: { reasonCode: 'SHARING.ENVELOPE_ID_TAKEN' } },
    ]);
    expect(
      await sharing.query('SELECT reason_code AS code FROM envelope_refusal WHERE envelope_id = $1', [envelopeId]),
    ).toEqual([{ code: 'SHARING.ENVELOPE_ID_TAKEN' }]);
  });

  test('is accepted again where it is announced again: it is the same envelope', async () => {
    const answer = await enquiry.accepted({ text: 'One.' });
    await check(enquiry.received(answer));
    expect((await said(answer.ids.answerId)).map(({ type }) => type)).toEqual(Array(2).fill(AnswerAcceptedV1.type));
  });

  test('that was rejected is released to nobody, though it opens by itself; accepted once, it is', async () => {
    const [forged, honest] = [
      await enquiry.answer([{ text: 'He has left.' }]),
      await enquiry.answer([{ text: 'One.' }]),
    ];
    await check(enquiry.received(forged, { kind: 'person', id: people.healthLiaison.id }));
    expect(await said(forged.ids.answerId)).toMatchObject([{ data: { reasonCode: 'SEAL.SIGNER_NOT_ENTITLED' } }]);
    expect(await enquiry.released([forged.row])).toMatchObject({
      items: [],
      refused: [{ code: 'SHARING.ANSWER_REJECTED' }],
    });
    await check(enquiry.received(honest, { kind: 'person', id: people.policeLiaison.id }));
    expect(await enquiry.released([honest.row])).toMatchObject({ items: [{ visibility: 'shown' }], refused: [] });
  });
});
