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
});
