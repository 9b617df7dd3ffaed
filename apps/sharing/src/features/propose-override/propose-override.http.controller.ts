import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { OverrideOptions, OverrideProposed, ProposeOverride } from '@mash/contracts';
import { Clock, CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { groundsFor } from '../../domain/overrides/ground-faults';
import { askerWords } from '../../domain/asker-words';
import { OVERRIDE_GROUND_WORDS } from '../../domain/decision';
import { OverrideDesk } from '../../overrides/override-desk';
import { OverrideRepository } from '../../overrides/override.repository';
import { NamedToReader } from '../../register/named-to-reader';
import { ProposeOverrideHandler } from './propose-override.handler';

class OverrideOptionsBody extends createZodDto(OverrideOptions) {}
class ProposeOverrideBody extends createZodDto(ProposeOverride) {}
class OverrideProposedBody extends createZodDto(OverrideProposed) {}

@Controller('sharing-decisions/:sharingDecisionId/override')
export class ProposeOverrideController {
  constructor(
    private readonly handler: ProposeOverrideHandler,
    private readonly desk: OverrideDesk,
    private readonly overrides: OverrideRepository,
    private readonly named: NamedToReader,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What a permitted manager may strike, and on which grounds today. */
  @Get()
  @ZodResponse({ type: OverrideOptionsBody })
  async options(@CurrentPerson() actor: PersonActor, @UuidParam('sharingDecisionId') sharingDecisionId: string) {
    const { decision, strikable, grounds, reviews, pack } = await this.desk.admit(actor, sharingDecisionId);
    const waiting = (await this.overrides.ofDecision(decision.sharingDecisionId)).find(
      ({ state }) => state === 'waiting',
    );
    const offered = groundsFor(strikable, grounds, { reviews, now: this.clock.now() });
    const { enquiryId, mode, fromAgencyId, toAgencyId, audience, purpose } = decision;
    const naming = await this.named.in(actor, [decision]);
    const subject = { type: 'SharingDecision', id: sharingDecisionId };
    await this.audit.recordRead({ actor, action: 'override.consider', subject, enquiryId, outcome: 'shown' });
    return {
      ...{
        sharingDecisionId: decision.sharingDecisionId,
        ...{ enquiryId, mode, purpose },
        fromAgencyId: naming.of(enquiryId, fromAgencyId),
        toAgencyId: toAgencyId === null ? '' : naming.of(enquiryId, toAgencyId),
      },
      toAudience: audience,
      strikes: askerWords(strikable),
      grounds: offered.map(({ ground, fault }) => ({
        ...{ code: ground, sentence: OVERRIDE_GROUND_WORDS[ground] },
        ...(fault !== undefined && { refusedBecause: fault }),
      })),
      secondPerson: pack.sharing.override.secondPerson,
      signInWithinMinutes: pack.sharing.override.signInWithinMinutes,
      ...(waiting && { waiting: waiting.overrideId }),
    };
  }

  @Post()
  @HttpCode(201)
  @ZodResponse({ status: 201, type: OverrideProposedBody })
  propose(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('sharingDecisionId') sharingDecisionId: string,
    @Body() body: ProposeOverrideBody,
  ) {
    return this.handler.execute(actor, sharingDecisionId, body);
  }
}
