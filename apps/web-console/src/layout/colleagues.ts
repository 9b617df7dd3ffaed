import type { Role, StaffMember } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { DecisionClient } from '../api-clients/decision.client';
import { Clock } from '../clock';
import { NAMELESS, type Naming } from '../presenters/naming';
import type { ConsoleRequest } from '../session/console-request';
import { AskedNowAndThen } from './asked-now-and-then';

const TEN_MINUTES_MS = 10 * 60_000;
/** Those who are shown colleagues by name. `decision` tells liaison officers too who is of the hub, for what they answer and nothing else. */
const TOLD: readonly Role[] = [
  'mash-analyst',
  'mash-manager',
  'contact-officer',
  'emergency-duty',
  'ig-officer',
  'auditor',
  'partnership-admin',
];

/** Somebody by name, for whoever may have it. */
export const staffWords = ({ name, roleTitle }: StaffMember): string => `${name} (${roleTitle})`;

/** Names for account ids, as their owners last signed in. No page waits for them for longer than a moment, and none fails for them. */
@Injectable()
export class Colleagues {
  private readonly known: AskedNowAndThen<readonly StaffMember[]>;

  constructor(decision: DecisionClient, clock: Clock) {
    this.known = new AskedNowAndThen(clock, (request) => decision.staff(request), TEN_MINUTES_MS);
  }

  /** Everybody whom `decision` tells this person of (policy `read StaffMember`). Undefined where that cannot be told. */
  async staffFor(request: ConsoleRequest): Promise<readonly StaffMember[] | undefined> {
    return this.known.of(request);
  }

  async of(request: ConsoleRequest): Promise<Naming> {
    return (await this.heardOf(request)) ?? NAMELESS;
  }

  /** Whom the platform has heard of, and by what name: where it names nobody, nobody has signed in so. Undefined where that cannot be told. */
  async heardOf(request: ConsoleRequest): Promise<Naming | undefined> {
    if (request.person?.roles.some((role) => TOLD.includes(role)) !== true) return undefined;
    const staff = await this.staffFor(request);
    const names = staff && new Map(staff.map((one) => [one.accountId, staffWords(one)]));
    return names && ((accountId) => names.get(accountId));
  }
}
