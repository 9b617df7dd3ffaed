import type { OutboxRow } from './outbox-row';
import { fittingBatch } from './relay-connection';

const rowOf = (seq: number, bytes: number): OutboxRow => ({
  seq: String(seq),
  id: '',
  topic: '',
  key: '',
  type: '',
  version: 1,
  value: 'x'.repeat(bytes),
  traceparent: null,
});

describe('A batch for Kafka', () => {
  test('takes what there is while it is small', () => {
    expect(fittingBatch([1, 2, 3].map((seq) => rowOf(seq, 600)))).toHaveLength(3);
    expect(fittingBatch([])).toEqual([]);
  });

  test('ends before it grows too large for the broker, and is never empty', () => {
    expect(fittingBatch([1, 2, 3].map((seq) => rowOf(seq, 256 * 1024)))).toHaveLength(2);
    expect(fittingBatch([rowOf(1, 900 * 1024), rowOf(2, 1)])).toHaveLength(1);
  });
});
