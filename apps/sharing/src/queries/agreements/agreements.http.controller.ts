import { can, type PersonActor } from '@mash/authorisation';
import { Agreements, type AgreementView, type Category } from '@mash/contracts';
import { Clock, CurrentPerson } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { AgreementRepository, type AgreementRow, type KeptLine } from '../../agreements/agreement.repository';
import { startOfLondonDay } from '../../domain/decision';

class AgreementsBody extends createZodDto(Agreements) {}

function standingOf(row: AgreementRow, now: Date): AgreementView['standing'] {
  const day = (iso: string) => startOfLondonDay(iso);
  const dayAfter = (iso: string) => day(iso) + 86_400_000;
  if (row.state === 'stopped') return 'stopped';
  if (now.getTime() < day(row.inForceFrom)) return 'not_started';
  if (row.inForceTo !== null && now.getTime() >= dayAfter(row.inForceTo)) return 'expired';
  return now.getTime() >= dayAfter(row.reviewDue) ? 'past_review' : 'in_force';
}

const namesOf = ({ organisations, kinds }: KeptLine['from']): string[] =>
  organisations.length > 0 ? [...organisations] : [...kinds];

const viewOf =
  (now: Date) =>
  (row: AgreementRow): AgreementView => ({
    agreementId: row.agreementId,
    version: row.version,
    slug: row.slug,
    title: row.title,
    tier: row.tier,
    state: row.state,
    inForceFrom: row.inForceFrom,
    ...(row.inForceTo !== null && { inForceTo: row.inForceTo }),
    reviewDue: row.reviewDue,
    owner: row.owner,
    standing: standingOf(row, now),
    lines: row.lines.map((line) => ({
      lineId: line.lineId,
      effect: line.effect,
      kind: line.rank,
      from: namesOf(line.from),
      to: namesOf(line.to),
      categories: [...line.categories] as Category[],
      purposes: [...line.purposes],
      modes: [...line.modes],
    })),
  });

@Controller('agreements')
export class AgreementsController {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly clock: Clock,
  ) {}

  /** May we share today? Those of the actor's partnership that they may read. */
  @Get()
  @ZodResponse({ type: AgreementsBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const rows = (await this.agreements.all(actor.partnershipId)).filter((row) => {
      const parties = row.lines.flatMap(({ from, to }) => [...from.organisations, ...to.organisations]);
      return can(actor, 'read', { kind: 'Agreement', id: row.agreementId, partnershipId: row.partnershipId, parties });
    });
    return { agreements: rows.map(viewOf(this.clock.now())) };
  }
}
