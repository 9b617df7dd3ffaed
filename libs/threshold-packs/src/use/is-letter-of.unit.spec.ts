import { loadCurrentPack, packIds } from '../load-pack';
import { isLetterOf } from './is-letter-of';
import { renderLetter } from './render-letter';

const values = { reference: 'C-3H8PQRS', receivedOn: '20 November 2026', hubTelephone: '01632 960 100' };
const written = (id: string, its: object = {}) =>
  renderLetter(loadCurrentPack(id), 'receipt_only', { ...values, ...its }).paragraphs.join('\n\n');

describe('A letter that goes in the pack’s words alone', () => {
  test.each(packIds())('of %s is known again, however its lines end', (id) => {
    const pack = loadCurrentPack(id);
    expect(isLetterOf(pack, 'receipt_only', written(id))).toBe(true);
    expect(isLetterOf(pack, 'receipt_only', `${written(id).replaceAll('\n', '\r\n')}\r\n`)).toBe(true);
  });

  const pack = loadCurrentPack('thurrock');
  const text = written('thurrock');
  test.each([
    ['more at its end', `${text}\n\nHe was taken into care.`],
    ['more at its head', `Dear neighbour, ${text}`],
    ['a word changed', text.replace('cannot', 'can')],
    ['a paragraph left out', text.split('\n\n')[0] ?? ''],
    ['words for the day', written('thurrock', { receivedOn: 'his father' })],
    [
      'words for the telephone number',
      written('thurrock', { hubTelephone: '01632 960 100, ask for his social worker' }),
    ],
    [
      'another kind of letter',
      renderLetter(pack, 'limited', { ...values, decidedOn: '1 May 2026', outcome: 'x' }).paragraphs.join('\n\n'),
    ],
    ['nothing', ''],
  ])('is not one with %s', (_what, other) => {
    expect(isLetterOf(pack, 'receipt_only', other)).toBe(false);
  });

  test('is never one whose fields hold the writer’s own words', () => {
    const limited = renderLetter(pack, 'limited', { ...values, decidedOn: '1 May 2026', outcome: 'x' });
    expect(isLetterOf(pack, 'limited', limited.paragraphs.join('\n\n'))).toBe(false);
  });
});
