import { requestState } from './request-state';

describe('A request', () => {
  test('is open as soon as one line may be asked', () => {
    expect(requestState(['issued', 'review', 'denied'], false)).toBe('open');
  });

  test('waits for a human where nothing else goes on', () => {
    expect(requestState(['review', 'denied'], false)).toBe('waiting_review');
  });

  test('is not allowed where every line was refused', () => {
    expect(requestState(['denied', 'denied'], false)).toBe('not_allowed');
  });

  test('is part answered until the agency says that nothing more will come', () => {
    expect(requestState(['answered', 'issued'], false)).toBe('part_answered');
    expect(requestState(['answered', 'answered'], true)).toBe('answered');
  });

  test('is held while a human looks again, and recalled once nothing of it is to be answered', () => {
    expect(requestState(['held', 'recalled'], false)).toBe('held');
    expect(requestState(['recalled', 'denied'], false)).toBe('recalled');
    expect(requestState(['issued', 'recalled'], false)).toBe('open');
  });

  test('is answered where what was not answered has been recalled', () => {
    expect(requestState(['answered', 'recalled'], false)).toBe('answered');
    expect(requestState(['answered', 'held'], false)).toBe('held');
  });
});
