import type { Actor } from '@mash/authorisation';
import type { Request } from 'express';

const actors = new WeakMap<Request, Actor>();

/** Remembers who asks, beside the request and not on it: nothing that a caller sends can end up there. */
export const setActor = (request: Request, actor: Actor): void => void actors.set(request, actor);

export const actorOf = (request: Request): Actor | undefined => actors.get(request);
