import { EventEnvelopeSchema, newId } from '@mash/contracts';
import { auditOf } from './support/auditing';
import { eventually } from './support/eventually';
import { aFamily } from './support/family';
import { Story } from './support/story';
import { everyMessage } from './support/topics';

const TRACE = newId().replaceAll('-', '');
const story = new Story({
  family: aFamily({ surname: 'Fernhollow' }),
  headers: { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` },
});

describe('One action', () => {
  test('is one trace from the call to the entry of its last effect, across Kafka', async () => {
    const enquiryId = await story.enquiryId();
    await eventually(async () => {
      const own = (await auditOf(enquiryId)).filter(({ traceId }) => traceId === TRACE);
      const steps = own.map(({ service, action }) => `${service} ${action}`);
      expect(steps).toEqual(expect.arrayContaining(['contact-intake contact.record', 'decision enquiry.open']));
    });
  });

  test('has its trace in the header of every event that came of it, and the enquiry joins them all', async () => {
    await story.asked();
    const enquiryId = await story.enquiryId();
    const own = (await everyMessage()).flatMap(({ topic, value, headers }) => {
      const event = EventEnvelopeSchema.safeParse(JSON.parse(value));
      return event.success && headers.includes(TRACE) ? [{ topic, ...event.data }] : [];
    });
    const types = own.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['contact-intake.contact-recorded', 'decision.enquiry-opened']));
    expect(new Set(own.map(({ correlationId }) => correlationId))).toEqual(new Set([enquiryId]));
  });

  test('of sending requests reaches the decision on each line', async () => {
    await story.asked();
    await eventually(async () => {
      const entries = await auditOf(await story.enquiryId());
      const sent = entries.find(({ action }) => action === 'request.send');
      const decided = entries.filter(({ action, traceId }) => action === 'sharing.decide' && traceId === sent?.traceId);
      expect(decided).toHaveLength(6);
    });
  });
});
