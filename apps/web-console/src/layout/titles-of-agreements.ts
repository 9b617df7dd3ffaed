import { Injectable } from '@nestjs/common';
import { AgreementsClient } from '../api-clients/agreements.client';
import { Clock } from '../clock';
import { NO_TITLES, type AgreementTitles } from '../presenters/agreement-words';
import type { ConsoleRequest } from '../session/console-request';
import { AskedNowAndThen } from './asked-now-and-then';

const TEN_MINUTES_MS = 10 * 60_000;

/** Titles of the agreements that a reader may read. No page waits for them for longer than a moment, and none fails for them. */
@Injectable()
export class TitlesOfAgreements {
  private readonly known: AskedNowAndThen<ReadonlyMap<string, string>>;

  constructor(agreements: AgreementsClient, clock: Clock) {
    const ask = async (request: ConsoleRequest) =>
      new Map(
        (await agreements.agreements(request)).map(({ agreementId, version, title }) => [
          keyOf(agreementId, version),
          title,
        ]),
      );
    this.known = new AskedNowAndThen(clock, ask, TEN_MINUTES_MS);
  }

  async of(request: ConsoleRequest): Promise<AgreementTitles> {
    const titles = await this.known.of(request);
    if (titles === undefined) return NO_TITLES;
    return (agreementId, version) => titles.get(keyOf(agreementId, version));
  }
}

const keyOf = (agreementId: string, version: number): string => `${agreementId} ${String(version)}`;
