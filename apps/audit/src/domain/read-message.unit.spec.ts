import { AUDIT_TOPIC, auditTopicOf, DEMO_PARTNERSHIP, newId, OTHER_PARTNERSHIP } from '@mash/contracts';
import fc from 'fast-check';
import { auditData, auditEvent, messageOf } from '../../testing/audit-messages';
import { readMessage, UNKNOWN_PARTNERSHIP } from './read-message';

const opaqueIn = (partnershipId: string) => ({ partnershipId, entry: { kind: 'opaque', search: null } });

describe('A message on the audit topic', () => {
  test('becomes an entry that searches find by enquiry, person, worker and time', () => {
    const data = auditData({ personIds: [newId()] });
    const event = auditEvent(data);
    expect(readMessage(messageOf(event))).toMatchObject({
      partnershipId: DEMO_PARTNERSHIP,
      entry: {
        kind: 'entry',
        identity: `event:${event.id}`,
        search: {
          at: data.at,
          actorId: data.actor.id,
          enquiryId: data.enquiryId,
          personIds: data.personIds,
          action: 'contact.read',
        },
      },
    });
  });

  test('counts where its topic is that of the service that it names, or the one that all of them shared', () => {
    const message = messageOf(auditEvent(auditData({ service: 'decision' })));
    for (const topic of [auditTopicOf('decision'), AUDIT_TOPIC, undefined]) {
      const read = readMessage({ ...message, ...(topic !== undefined && { topic }) });
      expect(read).toMatchObject({ entry: { kind: 'entry', search: { service: 'decision' } } });
      expect(read).not.toHaveProperty('unbelieved');
    }
  });

  test.each(['sharing', 'audit', 'nobody'])('is bytes where %s wrote it in the name of decision', (writer) => {
    const event = auditEvent(auditData({ service: 'decision', partnershipId: OTHER_PARTNERSHIP }), {
      partnershipId: OTHER_PARTNERSHIP,
    });
    const read = readMessage({ ...messageOf(event), topic: auditTopicOf(writer) });
    expect(read).toMatchObject({ ...opaqueIn(DEMO_PARTNERSHIP), unbelieved: 'AUDIT.WRITTEN_IN_ANOTHERS_NAME' });
    expect(Buffer.from(read.entry.content, 'base64').toString()).toBe(JSON.stringify(event));
  });

  test('keeps fields that this version does not know', () => {
    const { entry } = readMessage(messageOf(auditEvent({ ...auditData(), station: 'north' } as never)));
    expect(entry.content).toContain('"station":"north"');
  });

  test.each<[string, unknown]>([
    ['is of a version that this service does not know', auditEvent(auditData(), { version: 2 })],
    ['is of another type', auditEvent(auditData(), { type: 'decision.enquiry-rated' })],
    ['lacks a field', auditEvent({ ...auditData(), traceId: undefined } as never)],
    ['names two partnerships', auditEvent(auditData(), { partnershipId: OTHER_PARTNERSHIP })],
    ['happened in no year of ours', auditEvent(auditData({ at: '0000-01-01T00:00:00Z' }))],
    ['holds a character that no database text can', auditEvent(auditData({ purpose: 'a\u0000b' }))],
    ['holds half a character', auditEvent(auditData({ purpose: 'a\ud800b' }))],
    [
      'is nested without end',
      auditEvent({ ...auditData(), more: JSON.parse('['.repeat(60) + ']'.repeat(60)) as unknown } as never),
    ],
    ['is no object', 'words'],
  ])('that %s is kept as bytes, in the partnership of its key', (_, event) => {
    expect(readMessage(messageOf(event))).toMatchObject(opaqueIn(DEMO_PARTNERSHIP));
  });

  test('that is no JSON, or nothing at all, under a key that is no id, is kept apart', () => {
    for (const value of [null, Buffer.alloc(0), Buffer.from([0xff, 0xfe]), Buffer.from('{')]) {
      expect(readMessage({ key: 'somebody', value })).toMatchObject(opaqueIn(UNKNOWN_PARTNERSHIP));
    }
  });

  test('is never dropped and gives back its very bytes, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, key) => {
        const { entry } = readMessage({ key, value: Buffer.from(bytes) });
        expect(Buffer.from(entry.content, 'base64')).toEqual(Buffer.from(bytes));
      }),
      { seed: 5 },
    );
  });
});
