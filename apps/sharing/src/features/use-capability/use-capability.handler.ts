import type { Actor } from '@mash/authorisation';
import type { EnvelopePlace, OpenedByCapability, UseCapability } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound, ServiceRefusal } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { EnquiryFactsGatherer, ownersNotHeard, type EnquiryFacts } from '../../asking/enquiry-facts';
import { notReadyYet } from '../../asking/not-ready-yet';
import { NothingNewer, type RefuseNewer } from '../../asking/nothing-newer';
import { agencySystem, type AgencySystem } from '../../capabilities/agency-system';
import { CapabilityGate, withdrawn, NOT_PROVEN, WITHDRAWN, type AdmittedUse } from '../../capabilities/capability-gate';
import { CapabilitySource } from '../../capabilities/capability-source';
import { ToldByCapability, type Told } from '../../capabilities/told-by-capability';
import type { Unwrap } from '../../keys/key-ring';
import { Ledger, REPEATED } from '../../ledger/ledger';
import { KeptFromParents, type KeptQuiet } from '../../obligations/kept-from-parents';
import { EnquiryRepository, type EnquiryRow } from '../../persistence/enquiry.repository';
import { EnvelopeOpener, type OpenedDocument } from '../../releases/envelope-opener';
import { ReleaseAudit } from '../../releases/release-audit';

interface Using {
  readonly actor: AgencySystem;
  readonly use: AdmittedUse;
  readonly opened: OpenedDocument;
  /** Had before the transaction, which asks for none. */
  readonly unwrap: Unwrap;
  readonly enquiry: EnquiryRow;
  readonly isKeptQuiet: KeptQuiet;
  readonly facts: EnquiryFacts;
  readonly proof: string;
  readonly refuseNewer: RefuseNewer;
}

/** Opens, once, what was permitted for an agency, to that agency's own system: the ledger first, like every release. */
@Injectable()
export class UseCapabilityHandler {
  constructor(
    private readonly gate: CapabilityGate,
    private readonly source: CapabilitySource,
    private readonly enquiries: EnquiryRepository,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly opener: EnvelopeOpener,
    private readonly told: ToldByCapability,
    private readonly keptFromParents: KeptFromParents,
    private readonly newer: NothingNewer,
    private readonly ledger: Ledger,
    private readonly releaseAudit: ReleaseAudit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws CodedError as `CapabilityGate.admit`; SHARING.CAPABILITY_USED (409), audited; SEAL.* (422), audited and reported. A call that
   *   failed has used nothing up.
   */
  execute(caller: Actor, capabilityId: string, command: UseCapability): Promise<OpenedByCapability> {
    return this.newer.on((refuseNewer) => this.use(caller, capabilityId, { command, refuseNewer }));
  }

  private async use(
    caller: Actor,
    capabilityId: string,
    { command, refuseNewer }: { command: UseCapability; refuseNewer: RefuseNewer },
  ): Promise<OpenedByCapability> {
    const actor = agencySystem(caller);
    const use = await this.gate.admit(actor, capabilityId, command);
    const { enquiryId, partnershipId } = use.row;
    const enquiry = await this.enquiries.find(enquiryId);
    if (enquiry === undefined) throw notFound('Capability');
    const { opened, unwrap } = await this.open(actor, use, enquiry);
    // A notice of immediate protection waits for no owner of facts, whoever reads it: a person or the system of the same agency.
    const facts =
      use.row.kind === 'notice'
        ? await this.gatherer.forProtection(enquiryId, partnershipId)
        : await this.gatherer.of(enquiryId, partnershipId).catch(notReadyYet);
    // Before the transaction: the concern is fetched and opened for it.
    const isKeptQuiet = use.row.kind === 'notice' ? () => false : await this.keptFromParents.in(enquiry, facts);
    const { proof } = command;
    return this.unitOfWork
      .run((tx) => this.tell(tx, { actor, use, opened, unwrap, enquiry, facts, isKeptQuiet, proof, refuseNewer }))
      .catch(async (error: unknown) => {
        if (!(error instanceof CodedError)) throw error;
        if (error.code === REPEATED) return this.gate.refuse(actor, capabilityId, used(), enquiryId);
        if (error.code === WITHDRAWN || error.code === NOT_PROVEN)
          return this.gate.refuse(actor, capabilityId, error, enquiryId);
        throw error;
      });
  }

  private async open(
    actor: AgencySystem,
    { row }: AdmittedUse,
    enquiry: EnquiryRow,
  ): Promise<Pick<Using, 'opened' | 'unwrap'>> {
    const envelope = await this.source.envelopeOf(row).catch((error: unknown) => {
      if (error instanceof ServiceRefusal) return this.gate.refuse(actor, row.capabilityId, gone(), enquiry.enquiryId);
      throw error;
    });
    const unwrap = await this.opener.keysOf([envelope], enquiry);
    const [tried] = await this.opener.openAll([envelope], enquiry, undefined, unwrap);
    if (tried?.kind === 'document') return { opened: tried, unwrap };
    if (tried?.kind === 'refused' && tried.code === 'SEAL.KEY_DESTROYED')
      return this.gate.refuse(actor, row.capabilityId, gone(), enquiry.enquiryId);
    const reasonCode = tried?.kind === 'refused' ? tried.code : 'SEAL.MALFORMED';
    const place: EnvelopePlace = row.kind === 'notice' ? 'notice' : 'request';
    const envelopeId = tried?.envelopeId ?? row.aboutId;
    const { enquiryId } = enquiry;
    await this.unitOfWork.run((tx) =>
      this.releaseAudit.report(tx, { actor, enquiryId, envelopeId, reasonCode, place }),
    );
    const error = new CodedError(reasonCode, 422, 'What lies there is not what was permitted.');
    return this.gate.refuse(actor, row.capabilityId, error, enquiryId);
  }

  private async tell(
    tx: Tx,
    { actor, use, opened, unwrap, enquiry, facts, isKeptQuiet, proof, refuseNewer }: Using,
  ): Promise<OpenedByCapability> {
    const { capabilityId, partnershipId, enquiryId, agencyId, kind } = use.row;
    const now = this.clock.now();
    const mode = kind === 'notice' ? 'protect' : 'ask';
    const call = {
      releaseId: capabilityId,
      partnershipId,
      enquiryId,
      accountId: actor.id,
      agencyId,
      mode,
      at: now,
    } as const;
    await this.ledger.claim(tx, call);
    await this.gate.holdProof(tx, proof);
    if (mode !== 'protect') await refuseNewer(tx, { facts });
    const told = await this.told.of(tx, { use, opened, unwrap, facts, enquiry, isKeptQuiet, clientId: actor.id, now });
    if (told === undefined) throw withdrawn();
    const { id, version } = facts.decision.pack;
    const without = mode === 'protect' ? ownersNotHeard(facts) : undefined;
    await this.ledger.write(tx, {
      ...{ actor, call, lines: told.lines, evenIfUnsent: mode === 'protect' },
      volumeLimit: loadPack(id, version).limits.volumeAlarmPeoplePerHour.value,
      audit: {
        ...{ action: 'capability.use', subject: { type: 'Capability', id: capabilityId } },
        ...(without !== undefined && { reasonCode: without }),
      },
    });
    return answerOf(use, opened, told);
  }
}

const gone = (): CodedError => conflict('SHARING.CAPABILITY_WITHDRAWN', 'What this was for is not there any more.');
const used = (): CodedError => conflict('SHARING.CAPABILITY_USED', 'This capability was used before: it opens once.');

function answerOf({ row, decision }: AdmittedUse, { ids }: OpenedDocument, { item, lines }: Told): OpenedByCapability {
  const { capabilityId, kind, aboutId, enquiryId, personId } = row;
  return {
    ...{ capabilityId, kind, aboutId, enquiryId, purpose: decision?.purpose ?? lines[0]?.purpose ?? 'S47' },
    ...('requestId' in ids && { requestId: ids.requestId }),
    ...(personId !== null && { personId }),
    ...(decision?.category && { category: decision.category }),
    content: item.content,
    ...(item.condition !== undefined && { condition: item.condition }),
    ...{ redactions: item.redactions, obligations: item.obligations },
  };
}
