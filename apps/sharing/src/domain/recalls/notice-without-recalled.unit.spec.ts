import { noticeWithoutRecalled } from './notice-without-recalled';

const told = (itemId: string) => ({ itemId, envelopeId: 'e', personId: 'p', requestId: 'q', text: 'words' });
const isRecalled = ({ itemId }: { itemId: string }) => itemId === 'wrong';

describe('A notice of which something was recalled', () => {
  test('tells the rest, and how much is gone', () => {
    const content = { kind: 'protection', items: [told('right'), told('wrong')] };
    expect(noticeWithoutRecalled(content, isRecalled)).toEqual({
      ...content,
      items: [told('right')],
      recalledItems: 1,
    });
  });

  test('is as it was where nothing of it was recalled, or where it tells no answers', () => {
    for (const content of [{ kind: 'protection' }, { items: [told('right')] }, { items: 'none' }])
      expect(noticeWithoutRecalled(content, isRecalled)).toBe(content);
  });

  test('leaves out what cannot be known again', () => {
    expect(noticeWithoutRecalled({ items: [{ text: 'words' }] }, isRecalled)).toEqual({ items: [], recalledItems: 1 });
  });
});
