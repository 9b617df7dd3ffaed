import type { Role } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { DecisionClient } from '../api-clients/decision.client';
import { Clock } from '../clock';
import { NAMELESS, type Naming } from '../presenters/naming';
import type { ConsoleRequest } from '../session/console-request';
import { AskedNowAndThen } from './asked-now-and-then';

const TEN_MINUTES_MS = 10 * 60_000;
/** Those whom `decision` tells the names of colleagues (policy `read StaffMember`). */
const TOLD: readonly Role[] = [
  'mash-analyst',
  'mash-manager',
  'contact-officer',
  'emergency-duty',
  'ig-officer',
  'auditor',
  'partnership-admin',
];

/** Names for account ids, as their owners last signed in. No page waits for them for longer than a moment, and none fails for them. */
@Injectable()
export class Colleagues {
  private readonly known: AskedNowAndThen<ReadonlyMap<string, string>>;

  constructor(decision: DecisionClient, clock: Clock) {
    const ask = async (request: ConsoleRequest) =>
      new Map((await decision.staff(request)).map((one) => [one.accountId, `${one.name} (${one.roleTitle})`]));
    this.known = new AskedNowAndThen(clock, ask, TEN_MINUTES_MS);
  }

  async of(request: ConsoleRequest): Promise<Naming> {
    return (await this.heardOf(request)) ?? NAMELESS;
  }

  /** Whom the platform has heard of, and by what name: where it names nobody, nobody has signed in so. Undefined where that cannot be told. */
  async heardOf(request: ConsoleRequest): Promise<Naming | undefined> {
    if (request.person?.roles.some((role) => TOLD.includes(role)) !== true) return undefined;
    const names = await this.known.of(request);
    return names && ((accountId) => names.get(accountId));
  }
}
