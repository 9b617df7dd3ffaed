import { AuditTrail } from '@mash/audit-client';
import { can, openToTheHub, type PersonActor, type Subject } from '@mash/authorisation';
import { CaseAccessRepository, type CaseAccess } from '@mash/case-access';
import { Obligations, ObligationView } from '@mash/contracts';
import { PassingFailure } from '@mash/messaging';
import { Clock, CurrentPerson, notFound, PassingServiceFailure, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { EnquiryAccess } from '../../access/enquiry-access';
import { EnquiryFactsGatherer } from '../../asking/enquiry-facts';
import { isReadByAll } from '../../domain/decision';
import type { TellingNow } from '../../domain/obligations/telling-now';
import { obligationSubject } from '../../features/complete-obligation/complete-obligation.handler';
import { ObligationRepository, type ObligationRow } from '../../obligations/obligation.repository';
import { TellingHoldRepository } from '../../obligations/telling-hold.repository';
import { TellingHolds } from '../../obligations/telling-holds';
import { EnquiryRepository, type EnquiryRow } from '../../persistence/enquiry.repository';
import { NamedToReader } from '../../register/named-to-reader';
import { lateFirst, obligationView, stepView } from './obligation-view';

class ObligationsBody extends createZodDto(Obligations) {}
class ObligationBody extends createZodDto(ObligationView) {}

const NOTHING_AGAINST: TellingNow = { isHeld: () => false, cautions: () => [] };
const isOpenTelling = ({ code, doneAt }: ObligationRow): boolean => code === 'INFORM_PARENT' && doneAt === null;

@Controller()
export class ObligationsController {
  constructor(
    private readonly access: EnquiryAccess,
    private readonly enquiries: EnquiryRepository,
    private readonly obligations: ObligationRepository,
    private readonly holds: TellingHolds,
    private readonly heldOnes: TellingHoldRepository,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly cases: CaseAccessRepository,
    private readonly named: NamedToReader,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What sharing owes about one enquiry: dated tasks with an owner, late ones first; not what the holder owes on a cause that the hub may not read. */
  @Get('enquiries/:enquiryId/obligations')
  @ZodResponse({ type: ObligationsBody })
  async ofEnquiry(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string) {
    const enquiry = await this.access.forHub(actor, enquiryId, 'obligation.list');
    const found = await this.obligations.ofEnquiry(enquiryId);
    const mayWait = found.some(isOpenTelling);
    const telling = mayWait ? await this.tellingOf(enquiry) : NOTHING_AGAINST;
    // Read again: where a hold has just been lifted, the clock of telling has begun.
    const all = mayWait ? await this.obligations.ofEnquiry(enquiryId) : found;
    const rows = all.filter(({ code }) => isReadByAll(code));
    await this.audit.recordRead({
      actor,
      action: 'obligation.list',
      subject: { type: 'Enquiry', id: enquiryId },
      enquiryId,
      outcome: 'shown',
    });
    const access = await this.cases.of(enquiryId);
    const naming = await this.named.in(actor, [enquiry]);
    const its = { enquiryReference: enquiry.enquiryReference, telling, access, naming, now: this.clock.now() };
    const steps = (await this.obligations.stepsOf(enquiryId)).filter(
      ({ code, agencyId }) => isReadByAll(code) && naming.isNamed(enquiryId, agencyId),
    );
    const obligations = rows.map((row) => obligationView(actor, row, its)).sort(lateFirst);
    return { obligations, steps: steps.map(stepView) };
  }

  /** What this person owes, and what is late and has climbed to them. */
  @Get('obligations')
  @ZodResponse({ type: ObligationsBody })
  async mine(@CurrentPerson() actor: PersonActor) {
    const now = this.clock.now();
    const open = await this.obligations.open(actor.partnershipId, actor.id);
    const cases = await this.cases.ofAll(open.map(({ enquiryId }) => enquiryId));
    const accessTo = ({ enquiryId }: ObligationRow) => cases.get(enquiryId) ?? openToTheHub;
    const rows = open.filter((row) => isFor(actor, row, obligationSubject(row, accessTo(row), now)));
    const enquiryIds = [...new Set(rows.map(({ enquiryId }) => enquiryId))];
    const [held, references] = [
      await this.heldOnes.standing(enquiryIds),
      await this.enquiries.referencesOf(enquiryIds),
    ];
    const naming = await this.named.in(actor, rows);
    const subject = { type: 'Partnership', id: actor.partnershipId };
    const entry = { actor, action: 'obligation.list-mine', subject, outcome: 'shown' } as const;
    await this.audit.recordRead({ ...entry, counts: { obligations: rows.length } });
    const obligations = rows.map((row) => {
      const enquiryReference = references.get(row.enquiryId) ?? '';
      return obligationView(actor, row, {
        enquiryReference,
        telling: { isHeld: (personId) => held(row.enquiryId, personId), cautions: () => [] },
        ...{ access: accessTo(row), naming, now },
      });
    });
    return { obligations: obligations.sort(lateFirst) };
  }

  /** One task, to be done, or as it was done: for those whose list it stands in, and the hub whose enquiry it is of. @throws 404, audited */
  @Get('obligations/:obligationId')
  @ZodResponse({ type: ObligationBody })
  async one(@CurrentPerson() actor: PersonActor, @UuidParam('obligationId') obligationId: string) {
    const found = await this.obligations.one(obligationId);
    const subject = { type: 'Obligation', id: obligationId };
    const entry = { actor, action: 'obligation.read', subject, ...(found && { enquiryId: found.enquiryId }) };
    const [access, enquiry] = await Promise.all([
      found && this.cases.of(found.enquiryId),
      found && this.enquiries.find(found.enquiryId),
    ]);
    if (!found || !access || !enquiry || !mayRead(actor, found, access, this.clock.now())) {
      await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode: 'NOT_FOUND_OR_NOT_ALLOWED' });
      throw notFound('Obligation');
    }
    const mayWait = isOpenTelling(found);
    const telling = mayWait ? await this.tellingOf(enquiry) : NOTHING_AGAINST;
    // Read again: where a hold has just been lifted, the clock of telling has begun.
    const row = (mayWait && (await this.obligations.one(obligationId))) || found;
    await this.audit.recordRead({ ...entry, outcome: 'shown' });
    const naming = await this.named.in(actor, [enquiry]);
    const { enquiryReference } = enquiry;
    return obligationView(actor, row, { enquiryReference, telling, access, naming, now: this.clock.now() });
  }

  /** Where the answers cannot be had, telling counts as on hold as it last did: nobody tells by mistake, and the page still opens. */
  private async tellingOf(enquiry: EnquiryRow): Promise<TellingNow> {
    try {
      const facts = await this.gatherer.of(enquiry.enquiryId, enquiry.partnershipId);
      return await this.holds.lookIfItCanBeHad(enquiry, facts);
    } catch (error) {
      if (error instanceof PassingServiceFailure || error instanceof PassingFailure) return this.holds.asItWas(enquiry);
      throw error;
    }
  }
}

/** Theirs to do or done by theirs, or of an enquiry of the hub's, unless it is owed on a cause that the hub may not read. */
function mayRead(actor: PersonActor, row: ObligationRow, access: CaseAccess, now: Date): boolean {
  const subject = obligationSubject(row, access, now);
  return can(actor, 'complete', subject) || (isReadByAll(row.code) && can(actor, 'read', subject));
}

/** Theirs to do, or late and one rung below them. */
function isFor(actor: PersonActor, row: ObligationRow, subject: Subject<'Obligation'>): boolean {
  if (can(actor, 'complete', subject)) return true;
  if (!isReadByAll(row.code)) return false;
  const isTheirs =
    (subject.climbedTo === 'manager' && actor.roles.includes('mash-manager')) ||
    (subject.climbedTo === 'ig' && actor.roles.includes('ig-officer'));
  return isTheirs && can(actor, 'read', subject);
}
