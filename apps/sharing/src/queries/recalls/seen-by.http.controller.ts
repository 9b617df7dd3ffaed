import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { RecallAbout, SeenBy } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { hubOf } from '../../asking/line-matter';
import { whoSaw } from '../../domain/recalls/who-saw';
import { isHubStaff, isWithinHub } from '../../domain/release/audiences';
import { admitSpeaker } from '../../recalls/admit-speaker';
import { IdentityStatementRepository } from '../../recalls/identity-statement.repository';
import { RecallScopes } from '../../recalls/recall-scopes';
import { lastSaidOf, saidBefore } from '../../recalls/said-before';
import { ShownLines } from '../../recalls/shown-lines';
import { EVERYBODY_NAMED, NamedToReader } from '../../register/named-to-reader';
import { ReleaseGate } from '../../releases/release-gate';

class SeenByBody extends createZodDto(SeenBy) {}

const ACTION = 'recall.see-who-saw';
/** It is asked for where it went to the wrong person. */
const SAID = 'wrong_recipient';

@Controller()
export class SeenByController {
  constructor(
    private readonly gate: ReleaseGate,
    private readonly scopes: RecallScopes,
    private readonly shownLines: ShownLines,
    private readonly statements: IdentityStatementRepository,
    private readonly named: NamedToReader,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Whom somebody can name who says that it went to the wrong person. @throws 404, audited */
  @Get('enquiries/:enquiryId/seen-by/:kind/:id')
  @ZodResponse({ type: SeenByBody })
  async of(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @Param('kind') kind: string,
    @Param('id') id: string,
  ) {
    const admitted = await this.gate.admit(actor, enquiryId, ACTION);
    const about = RecallAbout.safeParse({ kind, id }).data;
    if (about === undefined) return this.gate.refuse(actor, enquiryId, ACTION, 'THING_NOT_FOUND');
    const said = { about, says: SAID } as const;
    const fetched = await this.scopes.fetch(admitted, said);
    const { lines, scope, statements } = await this.unitOfWork.run(async (tx) => {
      const lines = await this.shownLines.of(admitted.enquiry, tx, fetched);
      const statements = await this.statements.ofEnquiry(enquiryId, tx);
      return { lines, statements, scope: await this.scopes.of(tx, admitted, said, { ...fetched, lines }) };
    });
    if (scope === undefined) return this.gate.refuse(actor, enquiryId, ACTION, 'THING_NOT_FOUND');
    try {
      admitSpeaker({ actor, about, says: SAID, scope }, lines);
    } catch {
      return this.gate.refuse(actor, enquiryId, ACTION, 'NOT_THEIRS');
    }
    const seesAll = isWithinHub(admitted.audience) || scope.holderAgencyId === actor.agencyId;
    const hub = hubOf(admitted.facts.bodies);
    const naming = isHubStaff(admitted.audience) ? await this.named.in(actor, [admitted.enquiry]) : EVERYBODY_NAMED;
    const all = whoSaw(lines, scope).flatMap(({ recipientId, recipientAgencyId, shownAt }) =>
      recipientId === null || recipientAgencyId === hub || !(seesAll || recipientId === actor.id)
        ? []
        : { recipientId, recipientAgencyId, shownAt: shownAt.toISOString() },
    );
    const people = all.filter(({ recipientAgencyId }) => naming.isNamed(enquiryId, recipientAgencyId));
    const subject = { type: 'Enquiry', id: enquiryId };
    const counts = { recipients: people.length };
    await this.audit.recordRead({ actor, action: ACTION, subject, enquiryId, outcome: 'shown', counts });
    const before = saidBefore(statements, { about, statedAt: this.clock.now() }, scope, admitted.facts.intake);
    return { people, notNamed: all.length - people.length, ...(seesAll && { lastSaid: lastSaidOf(before) }) };
  }
}
