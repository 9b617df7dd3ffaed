import type { StaffMember } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { DecisionClient } from '../../../api-clients/decision.client';
import { Clock } from '../../../clock';
import type { Option } from '../../../forms/field-view';
import { AskedNowAndThen } from '../../../layout/asked-now-and-then';
import type { ConsoleRequest } from '../../../session/console-request';

const TEN_MINUTES_MS = 10 * 60_000;

const optionOf = ({ accountId, name, roleTitle }: StaffMember): Option => ({
  value: accountId,
  text: `${name} (${roleTitle})`,
});

/** Those of the hub for whom alone an item can be kept (condition NAMED), as they last signed in. No answer waits for them, and none fails for them. */
@Injectable()
export class NameablePeople {
  private readonly known: AskedNowAndThen<readonly Option[]>;

  constructor(decision: DecisionClient, clock: Clock) {
    const ask = async (request: ConsoleRequest) => (await decision.staff(request)).map(optionOf);
    this.known = new AskedNowAndThen(clock, ask, TEN_MINUTES_MS);
  }

  /** Nobody where they cannot be told. */
  async of(request: ConsoleRequest): Promise<readonly Option[]> {
    return (await this.known.of(request)) ?? [];
  }
}
