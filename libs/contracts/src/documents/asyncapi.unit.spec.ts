import { allContracts } from '../events';
import { asyncApiDocument } from './asyncapi';
import type { AsyncApiDocument } from './asyncapi';

const publishers = ['contact-intake', 'decision', 'agency-requests', 'sharing', 'audit'];

/** Every `$ref` anywhere in the document. */
function refsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => (name === '$ref' ? [String(value)] : refsIn(value)));
}

const resolve = (document: AsyncApiDocument, ref: string): unknown =>
  ref
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], document);

describe('The AsyncAPI document of a service', () => {
  test.each(publishers)('of %s has no reference that leads nowhere', (service) => {
    const document = asyncApiDocument(service)!;
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(0);
    expect(refs.filter((ref) => resolve(document, ref) === undefined)).toEqual([]);
  });

  test('names the service’s own topic and that of its audit entries, and only sends', () => {
    const document = asyncApiDocument('decision')!;
    expect(document.asyncapi).toBe('3.0.0');
    expect(Object.keys(document.channels)).toEqual(['mash.decision.v1', 'mash.audit.decision.v1']);
    expect(Object.values(document.operations).map(({ action }) => action)).toEqual(['send', 'send']);
  });

  test('says of each event its envelope, its data and its key', () => {
    const { components } = asyncApiDocument('decision')!;
    expect(components.messages['decision.enquiry-rated.v1']).toMatchObject({
      name: 'decision.enquiry-rated',
      payload: { allOf: [{ $ref: '#/components/schemas/Envelope' }, { properties: { version: { const: 1 } } }] },
      bindings: { kafka: { key: { type: 'string', format: 'uuid' } } },
    });
    expect(components.schemas['decision.enquiry-rated.v1']).toMatchObject({
      properties: { colour: { enum: ['red', 'amber', 'green', 'blue'] } },
    });
    expect(components.schemas['Envelope']).toMatchObject({ required: expect.arrayContaining(['id', 'actor', 'data']) });
  });

  test('keys an agreement’s events by the agreement, for they belong to no enquiry', () => {
    const { components } = asyncApiDocument('sharing')!;
    expect(components.messages['sharing.agreement-changed.v1']).toMatchObject({ summary: 'Keyed by agreementId' });
  });

  test('all services together leave no released event out', () => {
    const named = publishers.flatMap((service) => Object.keys(asyncApiDocument(service)!.components.messages));
    expect(new Set(named)).toEqual(new Set(allContracts.map(({ type, version }) => `${type}.v${version}`)));
  });

  test('does not exist for a service that publishes nothing', () => {
    expect(asyncApiDocument('web-console')).toBeUndefined();
    expect(asyncApiDocument('dev-identity')).toBeUndefined();
  });
});
