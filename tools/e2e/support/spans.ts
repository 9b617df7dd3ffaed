import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { setting } from './platform';

const Attribute = z.object({ key: z.string(), value: z.object({ stringValue: z.string().optional() }).loose() });
const SpanLine = z.object({
  service: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  attributes: z.array(Attribute).default([]),
});
export type SpanLine = z.infer<typeof SpanLine>;

/** Kinds of span as OTLP numbers them. */
export const KIND = { server: 2, client: 3, producer: 4, consumer: 5 } as const;

/** Everything that any service sent to the collector, as it came over the wire. */
export const everySpan = (): Promise<string> => readFile(setting('MASH_TEST_SPANS'), 'utf8');

/** The spans of one trace that have arrived so far. */
export async function spansOf(traceId: string): Promise<SpanLine[]> {
  const lines = (await everySpan()).split('\n').filter((line) => line.includes(traceId));
  return lines.map((line) => SpanLine.parse(JSON.parse(line)));
}

export const attributeOf = ({ attributes }: SpanLine, key: string): string | undefined =>
  attributes.find((one) => one.key === key)?.value.stringValue;

/** Spans whose parent is not in the trace: with one root and no strays there is just one. */
export function rootsOf(spans: readonly SpanLine[]): SpanLine[] {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  return spans.filter(({ parentSpanId }) => parentSpanId === undefined || !ids.has(parentSpanId));
}
