import { newId } from '@mash/contracts';
import { people } from '@mash/testing';
import { ARecall } from '../../testing/a-recall';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

describe('What is wrong, said again', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;

  forEachTest((its) => ({ sharing, enquiry } = its));

  test('twice is refused, sent again with its id it changes nothing, another statement cannot take its id', async () => {
    const recall = new ARecall(sharing, enquiry);
    const { itemIds } = await enquiry.accepted({ text: 'He was seen alone.' }, { text: 'Officers attended.' });
    const about = { kind: 'item', id: itemIds[0] ?? '' } as const;
    const statement = await recall.statement(about);
    const first = await recall.send(statement);
    expect((await recall.send(statement)).body).toEqual(first.body);
    expect(await recall.says(about)).toMatchObject({ status: 409, code: 'SHARING.ALREADY_SAID' });
    expect(await recall.says(about, { says: 'doubted' })).toMatchObject({
      status: 409,
      code: 'SHARING.ALREADY_SAID',
    });
    const { statementId } = statement;
    const sealedAs = async (words: string) => ({
      ...statement,
      sealedReason: await recall.note(statementId, people.analyst, words),
    });
    const sealedAgain = await recall.send(await sealedAs('It is about a cousin of the same name.'));
    expect(sealedAgain.body).toEqual(first.body);
    expect(await recall.send(await sealedAs('It is about his father.'))).toMatchObject({
      ...{ status: 409, code: 'SHARING.STATEMENT_REPEATED' },
    });
    expect(
      await recall.send({ ...statement, sealedReason: await recall.note(newId(), people.analyst, 'Words.') }),
    ).toMatchObject({ status: 422 });
    const taken = { ...statement, about: { ...about, id: itemIds[1] } };
    expect(await recall.send(taken)).toMatchObject({ status: 409, code: 'SHARING.STATEMENT_REPEATED' });
    expect(await sharing.query('SELECT 1 FROM recall WHERE enquiry_id = $1', [enquiry.enquiryId])).toHaveLength(1);
  });
});
