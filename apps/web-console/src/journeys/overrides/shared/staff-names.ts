import { Injectable } from '@nestjs/common';
import { ServiceDown, ServiceProblem } from '../../../api-clients/service-errors';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Colleagues } from '../../../layout/colleagues';
import type { ConsoleRequest } from '../../../session/console-request';

export type StaffNamer = (accountId: string) => string;

/** Names of those who are named in the register, and of colleagues; of anybody else the account's id, which the log knows too. */
@Injectable()
export class StaffNames {
  constructor(
    private readonly sharing: SharingClient,
    private readonly colleagues: Colleagues,
  ) {}

  async of(request: ConsoleRequest): Promise<StaffNamer> {
    const [register, named] = await Promise.all([
      this.sharing.releasers(request).catch(ifNone),
      this.colleagues.of(request),
    ]);
    const names = new Map(
      (register?.appointments ?? []).flatMap(({ accountId, name }) =>
        accountId === undefined ? [] : [[accountId, name] as const],
      ),
    );
    return (accountId) => names.get(accountId) ?? named(accountId) ?? `Account ${accountId}`;
  }
}

function ifNone(error: unknown): undefined {
  if (error instanceof ServiceDown || error instanceof ServiceProblem) return undefined;
  throw error;
}
