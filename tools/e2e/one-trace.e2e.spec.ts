import { ContactDetail, EventEnvelopeSchema, newId } from '@mash/contracts';
import { PlainVisitor } from '../../apps/web-console/browser-tests/support/plain-visitor';
import { auditOf } from './support/auditing';
import { establishedPartnership } from './support/established-partnership';
import { eventually } from './support/eventually';
import { aFamily } from './support/family';
import { read } from './support/http';
import { once } from './support/once';
import { consoleUrl, SERVICES } from './support/platform';
import { attributeOf, KIND, rootsOf, spansOf } from './support/spans';
import { Story } from './support/story';
import { everyMessage } from './support/topics';

const TRACE = newId().replaceAll('-', '');
const story = new Story({
  family: aFamily({ surname: 'Fernhollow' }),
  headers: { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` },
});

/** A teacher presses "Urgent: send now" on the console's own page, without a browser and without a trace of their own. */
const sentFromThePage = once(async () => {
  await establishedPartnership();
  const teacher = await new PlainVisitor(consoleUrl()).signIn('Amara Osei');
  await teacher.get('/contacts/new/urgent');
  const words = { narrative: 'He came to school hungry again.', forenames: 'Rowan', surname: 'Fernhollow' };
  await teacher.send(teacher.path, words);
  const reference = /C-[2-9A-Z]{7}/.exec(teacher.path)?.[0];
  if (reference === undefined)
    throw new Error(`no receipt at ${teacher.path}: ${/<h1[^>]*>([^<]*)/.exec(teacher.html)?.[1] ?? ''}`);
  const { enquiryId } = await read('teacher', 'contact-intake', `/contacts/${reference}`, ContactDetail);
  const entries = await eventually(async () => {
    const found = await auditOf(enquiryId);
    if (!found.some(({ action }) => action === 'enquiry.open')) throw new Error('the enquiry is not in the log yet');
    return found;
  });
  const traceId = entries.find(({ action }) => action === 'contact.record')?.traceId ?? '';
  return { enquiryId, traceId, entries };
});

/** The spans of the pressed button, once every service that has part in it has sent its own and none is without its parent. */
const traceOfThePage = once(async () => {
  const { traceId } = await sentFromThePage();
  return eventually(async () => {
    const spans = await spansOf(traceId);
    for (const service of ['web-console', ...SERVICES])
      if (!spans.some((span) => span.service === service)) throw new Error(`no span of ${service} yet`);
    if (rootsOf(spans).length !== 1) throw new Error(`${String(rootsOf(spans).length)} roots`);
    return spans;
  });
});

describe('A button that is pressed on a page', () => {
  test('is the one root of one trace, which no caller had begun', async () => {
    const spans = await traceOfThePage();
    const [root] = rootsOf(spans);
    expect(root).toMatchObject({ service: 'web-console', kind: KIND.server, name: 'POST' });
    expect(root?.parentSpanId ?? '').toBe('');
    const pages = spans.filter(({ service }) => service === 'web-console');
    expect(pages.map((span) => attributeOf(span, 'http.route'))).toContain('/contacts/new/:draft/urgent');
  });

  test('goes on across Kafka: sent by one service, taken in by the others, to the last effect', async () => {
    const spans = await traceOfThePage();
    const of = (kind: number) =>
      spans.filter((span) => span.kind === kind).map(({ service, name }) => `${service} ${name}`);
    const sent = ['contact-intake publish contact-intake.contact-recorded', 'decision publish decision.enquiry-opened'];
    expect(of(KIND.producer)).toEqual(expect.arrayContaining(sent));
    expect(of(KIND.consumer)).toEqual(
      expect.arrayContaining([
        'decision process contact-intake.contact-recorded',
        'sharing process contact-intake.contact-recorded',
        'agency-requests process decision.enquiry-opened',
        'audit process audit.audit-recorded',
      ]),
    );
  });

  test('ends in the audit log: its entry, and that of what came of it, name the same trace', async () => {
    const { traceId, entries } = await sentFromThePage();
    const steps = entries
      .filter((entry) => entry.traceId === traceId)
      .map(({ service, action }) => `${service} ${action}`);
    expect(steps).toEqual(expect.arrayContaining(['contact-intake contact.record', 'decision enquiry.open']));
  });
});

/** Hashes of rows go into the log in the trace that wrote them; rows of several enquiries may share one entry, so it names none. */
const isAttestation = ({ data }: { data: unknown }): boolean => (data as { action?: string }).action === 'rows.attest';

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
    const ofTheEnquiry = own.filter((event) => !isAttestation(event));
    expect(new Set(ofTheEnquiry.map(({ correlationId }) => correlationId))).toEqual(new Set([enquiryId]));
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
