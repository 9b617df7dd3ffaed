import { isOlderThanDraft, isPressedAgain, isSameForm, type HeldPost } from './held-post';

const post = (fields: HeldPost['fields'], changed: Partial<HeldPost> = {}): HeldPost => ({
  ...{ page: '/page', path: '/page', owner: 'of somebody', sentAt: '2026-11-23T13:41:00.000Z', fields },
  ...changed,
});
const earlier = { id: 'first', ...post({ act: 'return', _once: 'one' }) };

describe('A form that was sent late', () => {
  test('is another where it goes elsewhere, or does something else at the same address', () => {
    expect(isSameForm(earlier, post({ act: 'return' }))).toBe(true);
    expect(isSameForm(earlier, post({ act: 'show' }))).toBe(false);
    expect(isSameForm(earlier, post({}))).toBe(false);
    expect(isSameForm(earlier, post({ act: 'return' }, { path: '/page/elsewhere' }))).toBe(false);
  });

  test('is pressed again from the same page, or from the page that gave it back', () => {
    expect(isPressedAgain(earlier, post({ act: 'return', _once: 'one' }))).toBe(true);
    expect(isPressedAgain(earlier, post({ act: 'return', _once: 'two', _held: 'first' }))).toBe(true);
  });

  test.each([
    ['from another tab', post({ act: 'return', _once: 'two' })],
    ['from pages that say nothing', post({ act: 'return' })],
    ['as another form of the page', post({ act: 'accept', _once: 'one', _held: 'first' })],
    ['by somebody else', post({ act: 'return', _once: 'one', _held: 'first' }, { owner: 'of another' })],
  ])('is not the same press %s', (_how, other) => {
    expect(isPressedAgain(earlier, other)).toBe(false);
    expect(isPressedAgain({ id: 'none', ...post({ act: 'return' }) }, other)).toBe(false);
  });

  test('is older than a draft that was kept since it was sent first', () => {
    const fields = { _sentAt: '2026-11-23T13:41:00.000Z' };
    expect(isOlderThanDraft(fields, new Date('2026-11-23T13:41:01Z'))).toBe(true);
    expect(isOlderThanDraft(fields, new Date('2026-11-23T13:40:59Z'))).toBe(false);
    expect(isOlderThanDraft({ _sentAt: 'late' }, new Date())).toBe(false);
    expect(isOlderThanDraft(fields, undefined)).toBe(false);
  });
});
