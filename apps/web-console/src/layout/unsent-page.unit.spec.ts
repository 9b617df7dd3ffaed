import { unsentPage } from './unsent-page';

const held = (fields: Record<string, unknown>) => ({
  ...{ page: '/page', path: '/page/sent', owner: 'of somebody', sentAt: '2026-11-23T13:41:00.000Z' },
  fields,
});

describe('The page of what was not sent', () => {
  test('shows what was written, and sends what was sent, with marks of today', () => {
    const marks = { _csrf: 'old', _owner: 'old', _page: 'old', _held: 'old', _pressed: 'Send' };
    const { view } = unsentPage(held({ ...marks, _once: 'x', words: 'Two words', ids: ['a', 'b'], odd: 1 }));
    expect(view).toMatchObject({ pressedAt: '13:41', pressed: 'Send', action: '/page/sent', pageHref: '/page' });
    expect(view.written).toEqual(['Two words']);
    expect(view.hidden).toEqual([
      { name: '_once', value: 'x' },
      { name: 'words', value: 'Two words' },
      { name: 'ids', value: 'a' },
      { name: 'ids', value: 'b' },
      { name: '_sentAt', value: '2026-11-23T13:41:00.000Z' },
    ]);
  });

  test('says of a press without words which button it was, where the form says it', () => {
    expect(unsentPage(held({ act: 'send', _pressed: 'Send to Early help' })).view).toMatchObject({
      pressed: 'Send to Early help',
      written: [],
    });
    expect(unsentPage(held({ act: 'send' })).view).not.toHaveProperty('pressed');
  });
});
