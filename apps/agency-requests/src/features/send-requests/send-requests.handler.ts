import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { RequestProposedV1, type AgencyRequest, type SendRequests } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, conflict } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { NamedAgencies } from '../../access/named-agencies';
import { RequestAccess } from '../../access/request-access';
import { AgencyRegister, type RegisteredAgency } from '../../agencies/agency-register';
import { questionsAsked } from '../../domain/questions-asked';
import { sendFaults } from '../../domain/send-faults';
import { EnquiryRepository, type EnquiryRow } from '../../persistence/enquiry.repository';
import { RequestRepository } from '../../persistence/request.repository';
import { refuseTakenId } from '../../persistence/taken-id';
import { everyLine, RequestViews } from '../../queries/request-views';

/** What the pack lets a concern name. */
const worriesOf = ({ packId, packVersion }: EnquiryRow): string[] =>
  packId && packVersion ? loadPack(packId, packVersion).presentingIssues.map(({ code }) => code) : [];

type ToSend = SendRequests['requests'][number];

const keyOf = (its: { agencyId: string; personId: string; category: string }): string =>
  [its.agencyId, its.personId, its.category].join('|');

/** An analyst pressed Send. Every line goes to `sharing` for its own decision; nothing reaches an agency before that. */
@Injectable()
export class SendRequestsHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: RequestAccess,
    private readonly enquiries: EnquiryRepository,
    private readonly requests: RequestRepository,
    private readonly named: NamedAgencies,
    private readonly register: AgencyRegister,
    private readonly views: RequestViews,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** A repeat of the same request ids changes nothing and answers the same. */
  async execute(actor: PersonActor, enquiryId: string, command: SendRequests): Promise<AgencyRequest[]> {
    const enquiry = await this.access.enquiryForHub(actor, enquiryId, 'request.send');
    const agencies = await this.register.all(enquiry.partnershipId);
    this.refuseStale(enquiry, command);
    const roster = await this.enquiries.roster(enquiryId);
    const faults = sendFaults(command, {
      personIds: roster.map(({ personId }) => personId),
      agencies,
      threshold: enquiry.threshold,
      worries: worriesOf(enquiry),
    });
    if (faults.length > 0)
      throw new CodedError('REQUESTS.INVALID', 422, 'The requests do not fit this enquiry.', faults);
    await this.refuseNotShown(actor, enquiry, command);
    const proposing = this.unitOfWork.run(async (tx) => {
      for (const request of command.requests) await this.propose(tx, { actor, enquiry, command, request, agencies });
    });
    await proposing.catch(refuseTakenId);
    const sent = new Set(command.requests.map(({ requestId }) => requestId));
    const rows = (await this.requests.ofEnquiry(enquiryId)).filter(({ requestId }) => sent.has(requestId));
    return this.views.of(rows, this.clock.now(), everyLine);
  }

  private refuseStale(enquiry: EnquiryRow, seen: SendRequests): void {
    if (enquiry.ratingVersion === 0)
      throw conflict('REQUESTS.NOT_RATED', 'Nothing is asked before the enquiry is rated.');
    const same =
      seen.ratingVersion === enquiry.ratingVersion &&
      seen.thresholdVersion === enquiry.thresholdVersion &&
      seen.rosterVersion === enquiry.rosterVersion;
    if (!same)
      throw conflict(
        'REQUESTS.PLAN_CHANGED',
        'The rating or the household changed since this plan was drawn. Look again.',
      );
  }

  /**
   * A question that may have been asked, of which its sender does not learn whether it was, is not sent: the agency would be told a second time. It is
   * refused whether it was asked or not, so that the refusal says nothing. What the sender asked can be sent anew.
   */
  private async refuseNotShown(
    actor: PersonActor,
    { enquiryId, partnershipId }: EnquiryRow,
    command: SendRequests,
  ): Promise<void> {
    const named = await this.named.of(actor, await this.requests.ofEnquiry(enquiryId));
    const hidden = new Set(named.notNamed.map(({ requestId }) => requestId));
    // Sent anew under its id by somebody else it would be answered with its agency.
    if (command.requests.some(({ requestId }) => hidden.has(requestId)))
      throw conflict('REQUESTS.ID_TAKEN', 'This request id is in use.');
    const notShown = await this.named.notShown(partnershipId, named);
    const asking = command.requests.filter(({ agencyId }) => notShown(agencyId));
    if (asking.length === 0) return;
    const lines = await this.requests.linesOf(named.requests.map(({ requestId }) => requestId));
    const seen = new Set(questionsAsked(named.requests, lines).map(keyOf));
    const isSeen = ({ agencyId, lines: its }: ToSend) => its.every((line) => seen.has(keyOf({ agencyId, ...line })));
    if (asking.every(isSeen)) return;
    throw conflict(
      'REQUESTS.ASKED_NOT_SHOWN',
      'Whether an agency that stands here was asked already is not shown to you, and it is not asked a second time. Who sent the requests that are not named to you can ask it.',
    );
  }

  private async propose(
    tx: Tx,
    its: {
      actor: PersonActor;
      enquiry: EnquiryRow;
      command: SendRequests;
      request: ToSend;
      agencies: RegisteredAgency[];
    },
  ): Promise<void> {
    const { actor, enquiry, command, request } = its;
    const { enquiryId, partnershipId } = enquiry;
    const { requestId, agencyId, textHash, task } = request;
    const agency = its.agencies.find((one) => one.agencyId === agencyId);
    const asIsRegistered = { agencyName: agency?.name ?? agencyId, mayBeNamed: agency?.revealsCategory === false };
    const proposedAt = this.clock.now();
    const row = {
      requestId,
      partnershipId,
      enquiryId,
      agencyId,
      ...asIsRegistered,
      ...{ purpose: command.purpose, textHash, task: task ?? null },
    };
    const isNew = await this.requests.add(tx, { ...row, proposedBy: actor.id, proposedAt });
    if (!isNew) return this.refuseForeign(tx, requestId, enquiryId);
    for (const { envelopeId, personId, sealed } of request.envelopes) {
      await this.requests.addEnvelope(tx, requestId, { envelopeId, personId, ...sealed });
    }
    const context = {
      partnershipId,
      correlationId: enquiryId,
      actor: { id: actor.id, kind: actor.kind, agencyId: actor.agencyId },
    };
    const versions = {
      rosterVersion: command.rosterVersion,
      ratingVersion: command.ratingVersion,
      thresholdVersion: command.thresholdVersion,
      ...(command.consentVersion !== undefined && { consentVersion: command.consentVersion }),
    };
    for (const line of request.lines) {
      const wholeRecord = false;
      const { need = 'unclear', worry = null, crossBorder = false } = line;
      await this.requests.addLine(tx, { ...line, need, worry, crossBorder, requestId, wholeRecord });
      const proposed = {
        enquiryId,
        requestId,
        agencyId,
        purpose: command.purpose,
        textHash: '', // events are kept when the enquiry is erased, and a hash confirms a guess
        ...(task && { task }),
        ...line,
        need,
        ...versions,
        wholeRecord,
      };
      await this.outbox.append(tx, RequestProposedV1, { ...proposed, proposedAt: proposedAt.toISOString() }, context);
    }
    await this.audit.record(tx, {
      actor,
      action: 'request.send',
      subject: { type: 'AgencyRequest', id: requestId },
      enquiryId,
      personIds: [...new Set(request.lines.map(({ personId }) => personId))],
      purpose: command.purpose,
      outcome: 'done',
      counts: { lines: request.lines.length },
    });
  }

  private async refuseForeign(tx: Tx, requestId: string, enquiryId: string): Promise<void> {
    const known = await this.requests.find(requestId, tx);
    if (known?.enquiryId !== enquiryId) throw conflict('REQUESTS.ID_TAKEN', 'This request id is in use.');
  }
}
