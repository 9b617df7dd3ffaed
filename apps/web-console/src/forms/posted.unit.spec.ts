import { Posted } from './posted';

describe('Fields of a posted form', () => {
  test('are trimmed, with ordinary line ends', () => {
    expect(new Posted({ words: '  one\r\ntwo ' }).text('words')).toBe('one\ntwo');
  });

  test('count as not sent where they are no text', () => {
    const posted = new Posted({ words: { $ne: '' }, more: 7, none: null });
    expect([posted.text('words'), posted.text('more'), posted.text('none'), posted.text('toString')]).toEqual([
      '',
      '',
      '',
      '',
    ]);
  });

  test('are one of the options offered, or not chosen', () => {
    const posted = new Posted({ colour: 'red', other: '__proto__' });
    expect(posted.choice('colour', ['red', 'amber'])).toBe('red');
    expect(posted.choice('other', ['red', 'amber'])).toBeUndefined();
  });

  test('may be several of the options, and only of those', () => {
    expect(new Posted({ issues: ['neglect', 'made-up'] }).choices('issues', ['neglect', 'missing'])).toEqual([
      'neglect',
    ]);
    expect(new Posted({ issues: 'neglect' }).choices('issues', ['neglect'])).toEqual(['neglect']);
    expect(new Posted({}).choices('issues', ['neglect'])).toEqual([]);
  });
});
