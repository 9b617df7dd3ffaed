import { AuditTrail } from '@mash/audit-client';
import { authorise, isRefusal, type PersonActor } from '@mash/authorisation';
import { CaseAccessRepository } from '@mash/case-access';
import type { DecideConsentGround } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { WrittenReason } from '../../governance/written-reason';
import { EnquiryAccess } from '../../access/enquiry-access';
import { ConsentAnnouncer } from '../../consent/consent-announcer';
import { EnquiryLife } from '../../erasure/enquiry-life';
import { ConsentRepository, type KeptConsent } from '../../consent/consent.repository';

/** A manager says whether somebody's own ground for not seeking consent counts, with a written reason (sealed). Nobody accepts their own. */
@Injectable()
export class DecideConsentGroundHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EnquiryAccess,
    private readonly cases: CaseAccessRepository,
    private readonly consents: ConsentRepository,
    private readonly life: EnquiryLife,
    private readonly announcer: ConsentAnnouncer,
    private readonly reason: WrittenReason,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws 404, also where the enquiry was erased meanwhile; CodedError CONSENT.GROUND_DECIDED (409), CONSENT.OWN_GROUND (403), AUTH.* (403);
   *   SEAL.* (422) where the reason is not theirs, not sealed for this ground, or says nothing
   */
  async execute(
    actor: PersonActor,
    ids: { enquiryId: string; statementId: string },
    { accepted, sealedReason }: DecideConsentGround,
  ): Promise<void> {
    const { enquiryId, statementId } = ids;
    await this.access.forHub(actor, enquiryId, 'consent.decide-ground');
    const statement = await this.requireGround(enquiryId, statementId);
    await this.requireMay(actor, statement);
    const { partnershipId } = statement;
    const place = { partnershipId, enquiryId, noteId: statementId, authorId: actor.id, version: 1 };
    await this.reason.check(place, sealedReason);
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      await this.consents.lock(tx, enquiryId);
      await this.life.holdOpen(tx, enquiryId);
      const decision = { statementId, partnershipId, enquiryId, accepted, by: actor.id, at, ...sealedReason };
      if (!(await this.consents.decideGround(tx, decision))) throw alreadyDecided();
      const { id, kind, agencyId } = actor;
      await this.announcer.announce(tx, statement, { changedAt: at, actor: { id, kind, agencyId } });
      await this.audit.record(tx, {
        ...{ actor, action: 'consent.decide-ground', enquiryId, personIds: [statement.personId] },
        subject: { type: 'Consent', id: statementId },
        ...({ outcome: 'done', reasonCode: accepted ? 'ACCEPTED' : 'NOT_ACCEPTED' } as const),
      });
    });
  }

  private async requireGround(enquiryId: string, statementId: string): Promise<KeptConsent> {
    const statement = await this.consents.find(statementId);
    if (statement?.enquiryId !== enquiryId || statement.ground !== 'NS_TEXT') throw notFound('Consent');
    if (statement.groundAccepted !== null) throw alreadyDecided();
    return statement;
  }

  private async requireMay(actor: PersonActor, { statementId, partnershipId, enquiryId, recordedBy }: KeptConsent) {
    const subject = {
      kind: 'ConsentGround',
      id: statementId,
      partnershipId,
      ...(await this.cases.of(enquiryId)),
      recordedBy,
      decided: false,
    } as const;
    try {
      authorise(actor, 'decide', subject);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const reasonCode = recordedBy === actor.id ? 'OWN_GROUND' : 'ROLE';
      const about = { type: 'Consent', id: statementId };
      await this.audit.recordRead({
        ...{ actor, action: 'consent.decide-ground', subject: about, enquiryId, outcome: 'refused', reasonCode },
      });
      if (recordedBy !== actor.id) throw error;
      throw new CodedError(
        'CONSENT.OWN_GROUND',
        403,
        'You wrote this ground down yourself: another manager must accept it.',
      );
    }
  }
}

const alreadyDecided = (): CodedError =>
  conflict('CONSENT.GROUND_DECIDED', 'A manager has decided about this ground already.');
