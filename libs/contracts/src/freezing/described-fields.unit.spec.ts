import { z } from 'zod';
import { EventEnvelopeSchema } from '../core/define-event';
import { dataSchemaOf } from '../documents/data-schema';
import { allContracts } from '../events';

interface Node {
  description?: string;
  properties?: Record<string, Node>;
}

/** Paths of the fields, at any depth, that say nothing of themselves. */
function undescribedIn(node: unknown, path: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { properties = {}, ...rest } = node as Node;
  return [
    ...Object.entries(properties).flatMap(([name, field]) => [
      ...(field.description === undefined ? [`${path}.${name}`] : []),
      ...undescribedIn(field, `${path}.${name}`),
    ]),
    ...Object.values(rest).flatMap((part) => undescribedIn(part, path)),
  ];
}

describe('Every field of every event says what it is', () => {
  test.each(allContracts.map((contract) => [contract.type, contract] as const))('%s', (type, contract) => {
    expect(undescribedIn(dataSchemaOf(contract), type)).toEqual([]);
  });

  test('and so does every field of the envelope', () => {
    expect(undescribedIn(dataSchemaOf({ data: EventEnvelopeSchema }), 'envelope')).toEqual([]);
  });

  test('a field without words is found wherever it hides', () => {
    const data = z.object({ list: z.array(z.object({ bare: z.string() })).describe('A list'), top: z.uuid() });
    expect(undescribedIn(dataSchemaOf({ data }), 'x')).toEqual(['x.list.bare', 'x.top']);
  });
});
