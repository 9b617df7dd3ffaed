import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { contextOf, currentTraceparent, traceparentOf } from './traceparent';

const HEADER = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('The traceparent header', () => {
  test('comes out as it went in', () => {
    expect(traceparentOf(trace.getSpanContext(contextOf(HEADER)))).toBe(HEADER);
  });

  test.each([undefined, '', 'nonsense', '00-short-b7ad6b7169203331-01'])('%p starts a trace of its own', (header) => {
    expect(contextOf(header)).toBe(ROOT_CONTEXT);
  });

  test('is absent while nobody is tracing', () => {
    expect(currentTraceparent()).toBeUndefined();
    expect(traceparentOf({ traceId: '0'.repeat(32), spanId: '0'.repeat(16), traceFlags: 0 })).toBeUndefined();
  });
});
