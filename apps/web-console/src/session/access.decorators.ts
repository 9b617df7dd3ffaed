import type { Role } from '@mash/contracts';
import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { ConsoleRequest } from './console-request';
import { NotSignedIn } from './not-signed-in';
import type { SignedInPerson } from './signed-in-person';

export const OPEN_TO_ALL = 'console:open-to-all';
export const FOR_ROLES = 'console:for-roles';

/** A page that needs no sign-in. Every other page needs one: forgetting this line closes a page, it never opens one. */
export const OpenToAll = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN_TO_ALL, true);

/** Who is offered a page. Anyone else reads "Page not found". The services decide again, on the loaded record. */
export const ForRoles = (...roles: Role[]): MethodDecorator & ClassDecorator => SetMetadata(FOR_ROLES, roles);

/** The signed-in person, as a handler's argument. */
export const Person = createParamDecorator((_: unknown, context: ExecutionContext): SignedInPerson => {
  const { person } = context.switchToHttp().getRequest<ConsoleRequest>();
  if (person === undefined) throw new NotSignedIn();
  return person;
});
