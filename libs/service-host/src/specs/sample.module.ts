import type { Actor, PersonActor } from '@mash/authorisation';
import { Body, Controller, Get, HttpCode, Module, Post, Query } from '@nestjs/common';
import { ZodResponse, createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { PeopleToo, Public, RequiresScope } from '../auth/access.decorators';
import { CurrentActor, CurrentPerson } from '../auth/current-actor.decorator';
import { CurrentTrace } from '../auth/current-trace.decorator';
import { conflict } from '../errors/conflict';
import { notFound } from '../errors/not-found';
import { PassingServiceFailure } from '../errors/passing-service-failure';
import { UuidParam } from '../validation/uuid-param.decorator';

class ThingDto extends createZodDto(
  z.strictObject({
    title: z.string().min(1).max(20),
    parts: z.array(z.strictObject({ size: z.number() })).default([]),
  }),
) {}
class ThingsQueryDto extends createZodDto(z.strictObject({ limit: z.coerce.number().int().max(100).default(10) })) {}
class ThingKeptDto extends createZodDto(z.object({ title: z.string(), by: z.string() })) {}

@Controller('things')
export class ThingsController {
  /** Lets a test hold a request open. */
  static release: () => void = () => undefined;
  static readonly order: string[] = [];

  @Post()
  @ZodResponse({ status: 201, type: ThingKeptDto })
  keep(@Body() thing: ThingDto, @CurrentPerson() person: PersonActor) {
    const row = { title: thing.title, by: person.id, secret: 'a column the answer must not have' };
    return row;
  }

  @Get()
  list(@Query() query: ThingsQueryDto, @CurrentTrace() traceId: string): object {
    return { limit: query.limit, traceId };
  }

  @Get('facts')
  @RequiresScope('facts:read')
  facts(@CurrentActor() actor: Actor): object {
    return { kind: actor.kind, id: actor.id };
  }

  @Get('shared')
  @PeopleToo()
  @RequiresScope('facts:read')
  shared(@CurrentActor() actor: Actor): object {
    return { kind: actor.kind };
  }

  @Get('open')
  @Public()
  open(): object {
    return { open: true };
  }

  @Post('broken')
  @HttpCode(204)
  broken(): void {
    throw new Error('duplicate key: (name)=(Canary Testperson)');
  }

  @Get('taken')
  taken(): never {
    throw conflict('THING.TAKEN', 'Somebody else has it.');
  }

  @Get('waiting')
  waiting(): never {
    throw new PassingServiceFailure('sharing', 'timeout');
  }

  @Public()
  @Get('slow')
  async slow(): Promise<object> {
    await new Promise<void>((resolve) => (ThingsController.release = resolve));
    ThingsController.order.push('request finished');
    return { done: true };
  }

  @Get(':thingId')
  one(@UuidParam('thingId') _thingId: string): never {
    throw notFound('AgencyRequest');
  }
}

@Module({ controllers: [ThingsController] })
export class SampleModule {}
