import { SetMetadata, applyDecorators } from '@nestjs/common';

export const PUBLIC_ROUTE = 'mash:public';
export const REQUIRED_SCOPE = 'mash:scope';
export const PEOPLE_TOO = 'mash:people-too';

/** No token needed: health, documents, published keys. Never case data. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC_ROUTE, true);

/** For systems with this scope. People's tokens are refused, unless `@PeopleToo()` stands beside it. */
export const RequiresScope = (scope: string): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(REQUIRED_SCOPE, scope));

/** Opens a `@RequiresScope` route to signed-in people as well. */
export const PeopleToo = (): MethodDecorator & ClassDecorator => SetMetadata(PEOPLE_TOO, true);
