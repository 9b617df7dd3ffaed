import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  EnquiryOpenedV1,
  EnquiryRatedV1,
  newId,
  RequestIssuedV1,
  RosterChangedV1,
  SharingDecidedV1,
} from '@mash/contracts';
import type { Colour, GiveAnswer, Sealed, SendRequests, SharingOutcome } from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import type { Requests } from './start-requests';

export interface RatedEnquiry {
  readonly enquiryId: string;
  readonly childId: string;
  readonly motherId: string;
  /** The key that `sharing` says is bound to it. */
  readonly kid: string;
}

const PACK = { id: 'thurrock', version: '2026.1' };

/** Anything that looks like an envelope: this service can open none. */
export const sealedTo = (kid: string, words = 'c2VhbGVkLXdvcmRz'): Sealed => ({
  kid,
  envelope: ['eyJhbGciOiJFQ0RILUVTIn0', '', 'aXYtaXYtaXYtaXYt', words, 'dGFnLXRhZy10YWc'].join('.'),
});

interface Worklist {
  requests: { requestId: string; state: string; late: boolean; lines: { lineId: string; state: string }[] }[];
}

/** The steps of asking, through events and the API. */
export function askingWith(requests: Requests) {
  const rate = (enquiryId: string, ratingVersion = 1, colour: Colour = 'amber') => {
    const judged = { threshold: 's17', thresholdVersion: 1, rosterVersion: 1 } as const;
    const by = { departed: false, pack: PACK, ratedBy: people.manager.id, ratedAt: new Date().toISOString() };
    return requests.hear(EnquiryRatedV1, { enquiryId, ratingId: newId(), ratingVersion, colour, ...judged, ...by });
  };

  const anOpenEnquiry = async (): Promise<RatedEnquiry> => {
    const enquiry = { enquiryId: newId(), childId: newId(), motherId: newId(), kid: newId() };
    const { enquiryId, childId, motherId, kid } = enquiry;
    const at = new Date().toISOString();
    const publicKey = { kty: 'OKP', crv: 'X25519', kid, x: 'a-public-key' };
    const lease = { kid, publicKey, partnershipId: DEMO_PARTNERSHIP, use: 'enquiry', expiresAt: at, signature: 's' };
    requests.sharing.says(`/enquiries/${enquiryId}/key`, lease);
    const opened = { enquiryId, contactId: newId(), reference: 'E-7K2Q4X9', pack: PACK, openedAt: at, clocks: [] };
    await requests.hear(EnquiryOpenedV1, opened);
    const mention = { mentionId: newId(), matched: 'matched' } as const;
    const last = await requests.hear(RosterChangedV1, {
      ...{ enquiryId, version: 1, confirmed: true, openCase: false, repeatContacts12Months: 0, changedAt: at },
      mentions: [
        { ...mention, personId: childId, kind: 'child', ageBand: '5-10', relation: 'concern' },
        { ...mention, personId: motherId, kind: 'adult', ageBand: 'adult', relation: 'household' },
      ],
    });
    await eventually(async () => expect(await requests.hasHeard(last)).toBe(true));
    const known = 'SELECT 1 FROM enquiry WHERE enquiry_id = $1 AND pack_id IS NOT NULL';
    await eventually(async () => expect(await requests.query(known, [enquiryId])).toHaveLength(1));
    return enquiry;
  };

  const aRatedEnquiry = async (colour: Colour = 'amber'): Promise<RatedEnquiry> => {
    const enquiry = await anOpenEnquiry();
    const rated = await rate(enquiry.enquiryId, 1, colour);
    await eventually(async () => expect(await requests.hasHeard(rated)).toBe(true));
    return enquiry;
  };

  type ToSend = SendRequests['requests'][number];
  /** One request to education with a line about each person's attendance. */
  const aRequest = (personIds: string[], changes: Partial<ToSend> = {}): ToSend => ({
    requestId: newId(),
    agencyId: DEMO_AGENCIES.education,
    textHash: 'a'.repeat(64),
    lines: personIds.map((personId) => ({
      ...{ lineId: newId(), personId, category: 'education-attendance', existenceOnly: false, need: 'yes' },
    })),
    envelopes: personIds.map((personId) => ({ envelopeId: newId(), personId, sealed: sealedTo('request-key') })),
    ...changes,
  });
  const aSend = (...toSend: ToSend[]): SendRequests => ({
    ...{ ratingVersion: 1, rosterVersion: 1, thresholdVersion: 1, purpose: 'S17' },
    requests: toSend,
  });
  const send = (enquiryId: string, command: SendRequests, as: typeof people.manager = people.manager) =>
    requests.as(as)('post', `/enquiries/${enquiryId}/requests`, command);

  type Follows = { byPerson?: boolean; supersedes?: string };
  const decide = async (enquiryId: string, lineId: string, outcome: SharingOutcome, its: Follows = {}) => {
    const decided = { enquiryId, sharingDecisionId: newId(), about: { kind: 'request-line', id: lineId } } as const;
    const decidedAt = new Date().toISOString();
    return requests.hear(SharingDecidedV1, { byPerson: false, ...decided, ...its, outcome, decidedAt });
  };
  const lineStates = async (requestId: string): Promise<string[]> => {
    const select = 'SELECT state FROM request_line WHERE request_id = $1 ORDER BY line_id';
    return (await requests.query<{ state: string }>(select, [requestId])).map(({ state }) => state);
  };
  const decideAndWait = async (enquiryId: string, lineId: string, outcome: SharingOutcome, its: Follows = {}) => {
    const eventId = await decide(enquiryId, lineId, outcome, its);
    await eventually(async () => expect(await requests.hasHeard(eventId)).toBe(true));
  };

  /** A request to education whose every line is issued. */
  const anIssuedRequest = async (about: (enquiry: RatedEnquiry) => string[] = ({ childId }) => [childId]) => {
    const enquiry = await aRatedEnquiry();
    const toSend = aRequest(about(enquiry));
    expect((await send(enquiry.enquiryId, aSend(toSend))).status).toBe(202);
    for (const { lineId } of toSend.lines) await decide(enquiry.enquiryId, lineId, 'PERMIT');
    await eventually(async () =>
      expect(await requests.events(RequestIssuedV1, enquiry.enquiryId)).toHaveLength(toSend.lines.length),
    );
    return { ...enquiry, requestId: toSend.requestId, lines: toSend.lines };
  };

  const anAnswer = (kid: string, personIds: string[], changes: Partial<GiveAnswer> = {}): GiveAnswer => ({
    answerId: newId(),
    complete: true,
    envelopes: personIds.map((personId) => ({ envelopeId: newId(), personId, sealed: sealedTo(kid) })),
    ...changes,
  });
  const answer = (requestId: string, body: GiveAnswer, as: typeof people.manager = people.educationLiaison) =>
    requests.as(as)('post', `/requests/${requestId}/answers`, body);
  const worklist = async (as: typeof people.manager = people.educationLiaison) =>
    ((await requests.as(as)('get', '/worklist')).body as Worklist).requests;

  return {
    ...{ anAnswer, anIssuedRequest, anOpenEnquiry, answer, aRatedEnquiry, aRequest, aSend, decide, decideAndWait },
    ...{ lineStates, rate, send, worklist },
  };
}
export type AskingSteps = ReturnType<typeof askingWith>;
