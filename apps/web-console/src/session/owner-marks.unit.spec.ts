import { Clock } from '../clock';
import type { ConsoleConfig } from '../config';
import type { ConsoleRequest } from './console-request';
import { OwnerMarks, personOf } from './owner-marks';

const [PAGE, OTHER_PAGE] = ['/reviews/one', '/reviews/another'];

describe('The mark of an owner', () => {
  const marks = new OwnerMarks({ sessionSecret: 'a secret of this test' } as ConsoleConfig, new Clock());
  const asPerson = (accountId: string) => ({ person: { accountId } }) as unknown as ConsoleRequest;
  const ownerOf = (accountId: string, page: string) => marks.ownerIn(marks.markFor(accountId, page)) ?? '';

  test('is of one person and one page, and counts to the person on whichever page', () => {
    const owner = ownerOf('one', PAGE);
    expect(marks.isOwn({ owner, page: PAGE }, asPerson('one'))).toBe(true);
    expect(marks.isOwn({ owner, page: OTHER_PAGE }, asPerson('one'))).toBe(false);
    expect(marks.isOwn({ owner, page: PAGE }, asPerson('another'))).toBe(false);
    expect(personOf(ownerOf('one', OTHER_PAGE))).toBe(personOf(owner));
    expect(personOf(ownerOf('another', PAGE))).not.toBe(personOf(owner));
  });

  test('from before it named the person is still theirs: what was held under it is not lost', () => {
    const [, before = ''] = ownerOf('one', PAGE).split('~');
    expect(marks.isOwn({ owner: before, page: PAGE }, asPerson('one'))).toBe(true);
    expect(marks.isOwn({ owner: before, page: PAGE }, asPerson('another'))).toBe(false);
    expect(personOf(before)).toBe(before);
  });

  test('cannot be made of two others', () => {
    const [hour, proof] = marks.markFor('one', PAGE).split('.').slice(1);
    const mixed = `${personOf(ownerOf('another', PAGE))}~${ownerOf('one', PAGE).split('~')[1] ?? ''}`;
    expect(marks.ownerIn(`${mixed}.${hour ?? ''}.${proof ?? ''}`)).toBeUndefined();
  });

  test('of a button is its words, for that person and that address', () => {
    const mark = marks.buttonMark('one', PAGE, 'Send to A. Team');
    expect(marks.buttonIn(asPerson('one'), PAGE, mark)).toBe('Send to A. Team');
    for (const wrong of [mark.replace('A. Team', 'B. Team'), 'Send to A. Team', undefined])
      expect(marks.buttonIn(asPerson('one'), PAGE, wrong)).toBeUndefined();
    expect(marks.buttonIn(asPerson('one'), OTHER_PAGE, mark)).toBeUndefined();
    expect(marks.buttonIn(asPerson('another'), PAGE, mark)).toBeUndefined();
  });
});
