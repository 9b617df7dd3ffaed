import { RequestIssuedV1 } from './agency-requests/request-issued.v1';
import { AuditRecordedV1 } from './audit/audit-recorded.v1';
import { ContactRecordedV1 } from './contact-intake/contact-recorded.v1';
import { EnquiryOpenedV1 } from './decision/enquiry-opened.v1';
import { SharingDecidedV1 } from './sharing/sharing-decided.v1';

/** The topics that a service may write and those that it may read, without any prefix. */
export interface TopicAccess {
  readonly writes: readonly string[];
  readonly reads: readonly string[];
}

const [INTAKE, DECISION, REQUESTS, SHARING, AUDIT] = [
  ContactRecordedV1.topic,
  EnquiryOpenedV1.topic,
  RequestIssuedV1.topic,
  SharingDecidedV1.topic,
  AuditRecordedV1.topic,
];

/**
 * Who writes and who reads what: each service its own topic and its audit entries, and what its reactions need. The one list of it: services subscribe
 * and publish by it, their AsyncAPI documents and the broker's access rules are made from it. A service that is not here has no business with Kafka.
 */
export const topicAccess = {
  'contact-intake': { writes: [INTAKE, AUDIT], reads: [DECISION, SHARING] },
  decision: { writes: [DECISION, AUDIT], reads: [INTAKE, REQUESTS, SHARING] },
  'agency-requests': { writes: [REQUESTS, AUDIT], reads: [INTAKE, DECISION, SHARING] },
  // Its own too: what rested on a consent, an agreement or the register is decided again after the change is kept.
  sharing: { writes: [SHARING, AUDIT], reads: [INTAKE, DECISION, REQUESTS, SHARING] },
  audit: { writes: [AUDIT], reads: [AUDIT] }, // it logs looks into the log
} as const satisfies Record<string, TopicAccess>;

/** The services that publish or read events. */
export type EventService = keyof typeof topicAccess;

export const eventServices = Object.keys(topicAccess) as readonly EventService[];

const none: TopicAccess = { writes: [], reads: [] };

/** What a service may do with topics; nothing for one that is not on the list. */
export const topicAccessOf = (service: string): TopicAccess =>
  (topicAccess as Readonly<Record<string, TopicAccess>>)[service] ?? none;
