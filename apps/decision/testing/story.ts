import {
  AnswerAcceptedV1,
  AUDIENCE_OF_TEAM,
  ContactRecordedV1,
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  handoverDigest,
  newId,
  newReference,
  RecallOpenedV1,
  ReferrerAcknowledgedV1,
  RequestIssuedV1,
  RequestOverdueV1,
  RequestRecalledV1,
  RosterChangedV1,
  SharingDecidedV1,
  type EventContract,
  type RouteCase,
  type RouteTeam,
} from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import type { DecisionService } from './decision-service';
import { sealedDecision, sealedForGlass, sealedNote } from './sealed';

type Data = Record<string, unknown>;
/** Of which team, of whom, and about whom, where that is not as usual. */
export type HandedOver = Partial<Pick<RouteCase, 'team' | 'toAgencyId' | 'personIds'>>;

/** One family's way through the hub, told as the other services would announce it. */
export class Story {
  readonly enquiryId = newId();
  readonly contactId = newId();
  readonly reference = newReference('E');
  readonly child = newId();
  readonly sibling = newId();
  readonly requestId = newId();

  constructor(
    private readonly service: DecisionService,
    readonly receivedAt: string,
    readonly partnershipId: string = DEMO_PARTNERSHIP,
  ) {}

  /** `id` repeated is the same event heard again. */
  async contactRecorded(changes: Data = {}, id = newId()): Promise<void> {
    await this.tell(ContactRecordedV1, id, {
      enquiryId: this.enquiryId,
      contactId: this.contactId,
      reference: newReference('C'),
      enquiryReference: this.reference,
      receivedAt: this.receivedAt,
      recordedAt: this.receivedAt,
      source: '2A',
      referrerKind: 'professional',
      urgent: false,
      keyIds: [newId()],
      people: { children: 1, unborn: 0, adults: 1 },
      presentingIssues: ['neglect'],
      repeatContacts12Months: 0,
      ...changes,
    });
  }

  async rosterChanged(changes: Data = {}, id = newId()): Promise<void> {
    await this.tell(RosterChangedV1, id, {
      enquiryId: this.enquiryId,
      version: 1,
      confirmed: false,
      openCase: false,
      repeatContacts12Months: 0,
      changedAt: this.receivedAt,
      mentions: [this.mention(this.child)],
      ...changes,
    });
  }

  /** `sharing` took something back: this notice, or something else that is no matter of the hub's work. */
  async recalled(openedAt: string, withdrawnNoticeId?: string): Promise<void> {
    const ids = { recallId: newId(), breachId: newId(), noticeIds: [] };
    await this.tell(RecallOpenedV1, newId(), {
      ...{ enquiryId: this.enquiryId, ...ids, openedAt },
      ...(withdrawnNoticeId !== undefined && { withdrawnNoticeId }),
    });
  }

  mention(personId: string, kind = 'child'): Data {
    const ageBand = kind === 'adult' ? 'adult' : '5-10';
    return {
      mentionId: newId(),
      personId,
      matched: 'new',
      kind,
      ageBand,
      relation: kind === 'adult' ? 'household' : 'concern',
    };
  }

  async requestIssued(agencyId: string = DEMO_AGENCIES.police, changes: Data = {}): Promise<void> {
    await this.tell(RequestIssuedV1, newId(), {
      enquiryId: this.enquiryId,
      requestId: this.requestId,
      lineId: newId(),
      agencyId,
      mayBeNamed: true,
      personId: this.child,
      answerKeyId: newId(),
      answerKey: { kty: 'OKP' },
      dueAt: '2026-11-24T16:00:00.000Z',
      issuedAt: '2026-11-24T10:00:00.000Z',
      ...changes,
    });
  }

  async requestOverdue(): Promise<void> {
    const { enquiryId, requestId } = this;
    const times = { dueAt: '2026-11-24T16:00:00.000Z', noticedAt: '2026-11-24T16:00:05.000Z' };
    await this.tell(RequestOverdueV1, newId(), { enquiryId, requestId, agencyId: DEMO_AGENCIES.police, ...times });
  }

  async requestRecalled(owed = false): Promise<void> {
    const { enquiryId, requestId } = this;
    const line = { lineId: newId(), agencyId: DEMO_AGENCIES.police, state: 'recalled' as const, owed };
    await this.tell(RequestRecalledV1, newId(), {
      ...{ enquiryId, requestId, ...line, recalledAt: '2026-11-24T17:00:00.000Z' },
    });
  }

  async answerAccepted(changes: Data = {}): Promise<void> {
    const { enquiryId, requestId } = this;
    const answer = { answerId: newId(), agencyId: DEMO_AGENCIES.police, complete: true, late: false };
    await this.tell(AnswerAcceptedV1, newId(), {
      enquiryId,
      requestId,
      ...answer,
      acceptedAt: '2026-11-24T12:00:00.000Z',
      ...changes,
    });
  }

  /** What `sharing` says of a letter. */
  async letterDecided(
    letterId: string,
    outcome: 'PERMIT' | 'REVIEW' | 'DENY',
    kind = 'product',
    its: Data = {},
  ): Promise<void> {
    const { enquiryId, receivedAt: decidedAt } = this;
    await this.tell(SharingDecidedV1, newId(), {
      ...{ enquiryId, sharingDecisionId: newId(), about: { kind, id: letterId } },
      ...{ outcome, byPerson: false, decidedAt, ...its },
    });
  }

  /** What `sharing` says of a handover, of this child to social care unless the test says otherwise. */
  async handoverDecided(productId: string, outcome: 'PERMIT' | 'REVIEW' | 'DENY', to: HandedOver = {}): Promise<void> {
    const handover = { productId, ...this.toSocialCare(), ...to };
    const its = { ...handover, audience: AUDIENCE_OF_TEAM[handover.team] };
    await this.letterDecided(
      ...([productId, outcome, 'product'] as const),
      outcome === 'PERMIT' ? { handoverDigest: handoverDigest(its) } : {},
    );
  }

  /** A route, as a manager sends it, but for what it goes with. */
  toSocialCare() {
    return {
      team: 'social-care' as RouteTeam,
      toAgencyId: DEMO_AGENCIES.socialCare as string,
      personIds: [this.child],
    };
  }

  /** A handover that `sharing` has let go, as this service has heard. @returns its id */
  async handoverMayGo(to: HandedOver = {}): Promise<string> {
    const productId = newId();
    await this.handoverDecided(productId, 'PERMIT', to);
    const heard = `SELECT 1 FROM letter WHERE letter_id = $1 AND outcome = 'PERMIT'`;
    await eventually(async () => expect(await this.service.db.query(heard, [productId])).toHaveLength(1));
    return productId;
  }

  async referrerAcknowledged(changes: Data = {}): Promise<void> {
    const { enquiryId, contactId, receivedAt: at } = this;
    await this.tell(ReferrerAcknowledgedV1, newId(), {
      ...{ enquiryId, contactId, acknowledgementId: newId(), kind: 'receipt', method: 'email', at },
      ...changes,
    });
  }

  /** What a rater sends. */
  async rating(changes: Data = {}, as: { readonly id: string } = people.manager): Promise<Data> {
    return {
      expectedVersion: 0,
      colour: 'red',
      facts: { immediateDanger: 'yes' },
      threshold: { level: 's47', grounds: ['injury'] },
      strategy: 'held',
      sealed: await sealedNote(this, as.id),
      ...changes,
    };
  }

  /** What a manager sends. */
  async decision(changes: Data = {}): Promise<Data> {
    return {
      expectedVersion: 0,
      rosterVersion: 1,
      outcomes: [{ personId: this.child, outcome: 'social_care_assessment' }],
      agencyViews: [],
      unansweredConfirmed: [],
      strategy: 'held',
      whoTellsFamily: 'hub',
      sealed: await sealedDecision(this),
      ...changes,
    };
  }

  /** What a manager sends to change who may see it: after what was set last, unless the test says otherwise. */
  async access(as: { readonly id: string }, changes: Data = {}): Promise<Data> {
    const changeId = newId();
    const [row] = await this.service.db.query<{ access_version: number }[]>(
      'SELECT access_version FROM enquiry WHERE enquiry_id = $1',
      [this.enquiryId],
    );
    const sealedReason = await sealedNote(this, as.id, changeId);
    const lists = { restricted: true, named: [], conflicts: [] };
    return { changeId, expectedVersion: row?.access_version ?? 0, ...lists, sealedReason, ...changes };
  }

  /** What somebody outside sends to break the glass. */
  async glass(
    as: { readonly id: string; readonly partnershipId: string },
    changes: Data = {},
    glassId = newId(),
  ): Promise<Data> {
    const sealedReason = await sealedForGlass(as.partnershipId, as.id, glassId);
    return { glassId, reference: this.reference, reason: 'immediate_danger', sealedReason, ...changes };
  }

  async note(as: { readonly id: string }, noteId = newId()): Promise<Data> {
    return { ...(await sealedNote(this, as.id, noteId)) };
  }

  path(rest = ''): string {
    return `/enquiries/${this.enquiryId}${rest}`;
  }

  private async tell(contract: EventContract, id: string, data: Data): Promise<void> {
    const { type, version, topic } = contract;
    const actor = { id: people.teacher.id, kind: 'person', agencyId: people.teacher.agencyId };
    const frame = { id, type, version, occurredAt: this.receivedAt, partnershipId: this.partnershipId };
    const envelope = { ...frame, correlationId: this.enquiryId, actor, data };
    await this.service.hear({ topic, key: this.enquiryId, type, envelope });
  }
}
