import { RequestIssuedV1 } from './agency-requests/request-issued.v1';
import { AUDIT_TOPIC, auditTopicOf } from './audit/audit-topics';
import { ContactRecordedV1 } from './contact-intake/contact-recorded.v1';
import { EnquiryOpenedV1 } from './decision/enquiry-opened.v1';
import { SharingDecidedV1 } from './sharing/sharing-decided.v1';

/** The topics that a service may write and those that it may read, without any prefix. */
export interface TopicAccess {
  readonly writes: readonly string[];
  readonly reads: readonly string[];
}

const [INTAKE, DECISION, REQUESTS, SHARING] = [
  ContactRecordedV1.topic,
  EnquiryOpenedV1.topic,
  RequestIssuedV1.topic,
  SharingDecidedV1.topic,
];
const WRITE_AUDIT = ['contact-intake', 'decision', 'agency-requests', 'sharing', 'audit'];

/**
 * Who writes and who reads what: each service its own topic and the topic of its audit entries, and what its reactions need. The one list of it: services
 * subscribe and publish by it, their AsyncAPI documents and the broker's access rules are made from it. A service that is not here has no business with Kafka.
 */
export const topicAccess = {
  'contact-intake': { writes: [INTAKE, auditTopicOf('contact-intake')], reads: [DECISION, SHARING] },
  decision: { writes: [DECISION, auditTopicOf('decision')], reads: [INTAKE, REQUESTS, SHARING] },
  'agency-requests': { writes: [REQUESTS, auditTopicOf('agency-requests')], reads: [INTAKE, DECISION, SHARING] },
  // Its own too: what rested on a consent, an agreement or the register is decided again after the change is kept.
  sharing: { writes: [SHARING, auditTopicOf('sharing')], reads: [INTAKE, DECISION, REQUESTS, SHARING] },
  // It logs looks into the log. The topic from before is read to its end, and written by nobody.
  audit: { writes: [auditTopicOf('audit')], reads: [...WRITE_AUDIT.map(auditTopicOf), AUDIT_TOPIC] },
} as const satisfies Record<string, TopicAccess>;

/** The services that publish or read events. */
export type EventService = keyof typeof topicAccess;

export const eventServices = Object.keys(topicAccess) as readonly EventService[];

const none: TopicAccess = { writes: [], reads: [] };

/** What a service may do with topics; nothing for one that is not on the list. */
export const topicAccessOf = (service: string): TopicAccess =>
  (topicAccess as Readonly<Record<string, TopicAccess>>)[service] ?? none;
