import type { PersonActor } from '@mash/authorisation';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { CodedError } from '../errors/coded-error';
import { actorOf } from './request-actor';

const actorIn = (context: ExecutionContext) => {
  const actor = actorOf(context.switchToHttp().getRequest<Request>());
  if (actor === undefined) throw new Error('@CurrentActor() on a route without a token: is it @Public()?');
  return actor;
};

/** Who asks (`Actor`), person or system. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext) => actorIn(context));

/** Who asks, where only a person may (`PersonActor`). */
export const CurrentPerson = createParamDecorator((_data: unknown, context: ExecutionContext): PersonActor => {
  const actor = actorIn(context);
  if (actor.kind === 'person') return actor;
  throw new CodedError('AUTH.PEOPLE_ONLY', 403, 'Only a signed-in person may do this.');
});
