import { PublicAgreementList, PublicAgreementPage } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { ServiceHttp } from '../../../api-clients/service-http';
import { Clock } from '../../../clock';
import { PageNotFound } from '../../../session/page-not-found';

/** How long what anybody may read is kept here (milliseconds): no longer than sharing may go on after a stop. And how many pages of it. */
const KEPT_MS = 1_000;
const MOST_KEPT = 200;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export interface AsOf<T> {
  readonly value: T;
  readonly asOf: Date;
}

/**
 * What `sharing` lets anybody read, asked for without any token and kept for a second: however many read a page, `sharing` is asked
 * once a second, and that it was stopped is read a second later. What is not there is not kept: nobody can fill the memory with invented addresses.
 */
@Injectable()
export class PublicAgreements {
  private readonly kept = new Map<string, { readonly until: number; readonly answer: Promise<AsOf<unknown>> }>();

  constructor(
    private readonly http: ServiceHttp,
    private readonly clock: Clock,
  ) {}

  list(partnership: string): Promise<AsOf<PublicAgreementList>> {
    return this.read([partnership], (at) => `/public/partnerships/${at[0]}/agreements`, PublicAgreementList);
  }

  one(partnership: string, slug: string): Promise<AsOf<PublicAgreementPage>> {
    const path = (at: readonly string[]): string => `/public/partnerships/${at[0]}/agreements/${at[1]}`;
    return this.read([partnership, slug], path, PublicAgreementPage);
  }

  /** @throws PageNotFound for an address that cannot be one, or that leads nowhere */
  private read<Schema extends z.ZodType>(
    slugs: readonly string[],
    pathOf: (slugs: readonly string[]) => string,
    schema: Schema,
  ): Promise<AsOf<z.infer<Schema>>> {
    if (slugs.some((slug) => slug.length > 80 || !SLUG.test(slug))) return Promise.reject(new PageNotFound());
    const path = pathOf(slugs);
    const now = this.clock.now();
    const known = this.kept.get(path);
    if (known !== undefined && known.until > now.getTime()) return known.answer as Promise<AsOf<z.infer<Schema>>>;
    const answer = this.ask(path, schema, now).catch((error: unknown) => {
      this.kept.delete(path);
      throw error;
    });
    this.keep(path, { until: now.getTime() + KEPT_MS, answer });
    return answer;
  }

  private async ask<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    asOf: Date,
  ): Promise<AsOf<z.infer<Schema>>> {
    try {
      return { value: await this.http.callWithToken(undefined, 'sharing', { method: 'GET', path, schema }), asOf };
    } catch (error) {
      if (error instanceof ServiceProblem && error.status === 404) throw new PageNotFound();
      throw error;
    }
  }

  private keep(path: string, one: { until: number; answer: Promise<AsOf<unknown>> }): void {
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(path, one);
  }
}
