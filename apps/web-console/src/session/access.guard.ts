import type { Role } from '@mash/contracts';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FOR_ROLES, OPEN_TO_ALL } from './access.decorators';
import type { ConsoleRequest } from './console-request';
import { NotSignedIn } from './not-signed-in';
import { PageNotFound } from './page-not-found';

/** Every page needs a sign-in unless it says otherwise, and one of its roles where it names some. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(OPEN_TO_ALL, places) === true) return true;

    const { person } = context.switchToHttp().getRequest<ConsoleRequest>();
    if (person === undefined) throw new NotSignedIn();
    const roles = this.reflector.getAllAndOverride<Role[] | undefined>(FOR_ROLES, places);
    if (roles !== undefined && !roles.some((role) => person.roles.includes(role))) throw new PageNotFound();
    return true;
  }
}
