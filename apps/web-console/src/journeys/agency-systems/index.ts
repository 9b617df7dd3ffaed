import { AgencySystemsController } from './list/agency-systems.controller';
import { RegisterKeyController } from './register/register-key.controller';
import { RevokeKeyController } from './revoke/revoke-key.controller';
import { UnopenedController } from './unopened/unopened.controller';

/** Signing keys of agencies' own systems, and what did not open. */
export const agencySystems = {
  controllers: [RegisterKeyController, RevokeKeyController, AgencySystemsController, UnopenedController],
  providers: [],
};
