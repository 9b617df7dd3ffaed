import { aSealingWorld, answerContent, answerFacts, sealAnswer, toOpen } from '../../testing/sealed-answer';
import { openEnvelope } from '../envelope/open-envelope';

describe('The passages of an item that tell of somebody else', () => {
  test.each(['', '  ', '\n\n          '])('lie where its sealer counted them, also behind %j', async (before) => {
    const world = await aSealingWorld();
    const text = `${before}Pim Tarry was seen at the gate. `;
    const passage = { from: before.length, to: before.length + 'Pim Tarry'.length };
    const [facts, content] = [
      answerFacts({ thirds: 'personal', thirdPartyPassages: [passage] }),
      answerContent({}, text),
    ];
    const opened = await openEnvelope<'answer'>(await sealAnswer(world, { facts, content }), toOpen(world));
    const [marked] = opened.facts.items.flatMap(({ thirdPartyPassages = [] }) => thirdPartyPassages);
    expect(opened.content.items.map((item) => item.text.slice(marked?.from, marked?.to))).toEqual(['Pim Tarry']);
  });

  test('are of words: blanks alone are no text', async () => {
    const world = await aSealingWorld();
    const sealing = sealAnswer(world, { content: answerContent({}, ' \n ') });
    await expect(sealing).rejects.toMatchObject({ code: 'SEAL.CONTENT_INVALID', where: ['content.items.0.text'] });
  });
});
