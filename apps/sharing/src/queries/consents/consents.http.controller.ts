import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { ConsentKind, Consents, type IntakeFacts } from '@mash/contracts';
import { Clock, CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { EnquiryAccess } from '../../access/enquiry-access';
import { EnquiryFactsGatherer } from '../../asking/enquiry-facts';
import { ConsentNoticeRepository, type ConsentNoticeRow } from '../../consent/consent-notice.repository';
import { personOnRoster } from '../../domain/compose-question';
import { consentStanding } from '../../domain/consent/consent-standing';
import { weightsOf } from '../../domain/consent/consent-weights';
import { NamedToReader } from '../../register/named-to-reader';
import { noticeView } from '../consent-notices/notice-view';
import { consentView } from './consent-view';

class ConsentsBody extends createZodDto(Consents) {}

@Controller('enquiries/:enquiryId/consents')
export class ConsentsController {
  constructor(
    private readonly access: EnquiryAccess,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly notices: ConsentNoticeRepository,
    private readonly named: NamedToReader,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What each person has agreed to, three separate things: every statement, newest first; what the rules read today; who was told. */
  @Get()
  @ZodResponse({ type: ConsentsBody })
  async list(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string) {
    const enquiry = await this.access.forHub(actor, enquiryId, 'consent.list');
    const { intake, consents, consentVersion } = await this.gatherer.of(enquiryId, actor.partnershipId);
    const told = (await this.notices.ofEnquiry(enquiryId)).map(ofToday(intake));
    const naming = await this.named.in(actor, [enquiry]);
    const isNamed = ({ agencyId }: ConsentNoticeRow) => naming.isNamed(enquiryId, agencyId);
    await this.audit.recordRead({
      actor,
      action: 'consent.list',
      subject: { type: 'Enquiry', id: enquiryId },
      enquiryId,
      outcome: 'shown',
    });
    const now = this.clock.now();
    const weights = weightsOf(consents, intake.people, now);
    return {
      version: consentVersion,
      statements: consents.map((one) => consentView(one, weights.get(one.statementId) ?? 'superseded')),
      standing: intake.people.flatMap((person) =>
        ConsentKind.options.map((kind) => consentStanding(consents, person, kind, now)),
      ),
      notices: told.filter(isNamed).map(noticeView),
      notNamed: countedByPerson(told.filter((row) => !isNamed(row))),
    };
  }
}

/** Told about somebody who was matched since, or whose match was taken back: it is on the page of whoever they are now. */
const ofToday =
  (intake: IntakeFacts) =>
  (row: ConsentNoticeRow): ConsentNoticeRow => ({
    ...row,
    personId: personOnRoster(intake, row.personId)?.personId ?? row.personId,
  });

/** That somebody was told, and whether they have confirmed: whose it is, is not said. */
function countedByPerson(rows: readonly ConsentNoticeRow[]): Consents['notNamed'] {
  return [...new Set(rows.map(({ personId }) => personId))].map((personId) => {
    const own = rows.filter((row) => row.personId === personId);
    return { personId, notices: own.length, unconfirmed: own.filter(({ confirmed }) => confirmed === null).length };
  });
}
