import { Injectable } from '@nestjs/common';
import { ServiceDown, ServiceProblem } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';

export type StaffNamer = (accountId: string) => string;

/** Names of those who are named in the register; of anybody else the account's id, which the log knows too. */
@Injectable()
export class StaffNames {
  constructor(private readonly sharing: SharingClient) {}

  async of(asker: Asker): Promise<StaffNamer> {
    const register = await this.sharing.releasers(asker).catch(ifNone);
    const names = new Map(
      (register?.appointments ?? []).flatMap(({ accountId, name }) =>
        accountId === undefined ? [] : [[accountId, name] as const],
      ),
    );
    return (accountId) => names.get(accountId) ?? `Account ${accountId}`;
  }
}

function ifNone(error: unknown): undefined {
  if (error instanceof ServiceDown || error instanceof ServiceProblem) return undefined;
  throw error;
}
