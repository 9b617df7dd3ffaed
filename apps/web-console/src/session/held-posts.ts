import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { decryptForSession, encryptForSession, newSessionKey, SealRefusal } from '@mash/sealing';
import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Pool } from 'pg';
import { z } from 'zod';
import { CONFIG } from '../config.token';
import type { ConsoleConfig } from '../config';
import { Clock } from '../clock';
import { POOL } from '../persistence/pool';
import type { ConsoleRequest } from './console-request';
import { cookieOf, cookieOptions, HELD_COOKIE } from './session-cookies';

const HELD_MINUTES = 30;

const HeldPost = z.object({ path: z.string(), owner: z.string(), fields: z.record(z.string(), z.unknown()) });
export type HeldPost = z.infer<typeof HeldPost>;

/**
 * What somebody sent from a page whose session had ended: kept half an hour, encrypted under a key that only that browser's cookie
 * holds, and handed back to the same person only. The form says whose it is by a mark that nobody else can make.
 */
@Injectable()
export class HeldPosts {
  constructor(
    @Inject(CONFIG) private readonly config: ConsoleConfig,
    @Inject(POOL) private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** The mark that goes into a form, so that what it sends can be held for this person. */
  ownerMark(accountId: string, path: string): string {
    return createHmac('sha256', this.config.sessionSecret)
      .update(JSON.stringify(['held-post', accountId, path]))
      .digest('base64url');
  }

  isHeld(request: ConsoleRequest): boolean {
    return cookieOf(request, HELD_COOKIE) !== undefined;
  }

  async hold(response: Response, post: HeldPost): Promise<void> {
    const [id, key] = [randomUUID(), newSessionKey()];
    const expires = new Date(this.clock.now().getTime() + HELD_MINUTES * 60_000);
    await this.pool.query('DELETE FROM held_post WHERE expires_at < $1', [this.clock.now()]);
    await this.pool.query('INSERT INTO held_post (held_post_id, sealed, expires_at) VALUES ($1, $2, $3)', [
      id,
      encryptForSession(JSON.stringify(post), key, id),
      expires,
    ]);
    response.cookie(HELD_COOKIE, `${id}.${key}`, { ...cookieOptions(this.config.consoleUrl), expires });
  }

  /** Gives back, once, what this person sent from this page; `undefined` where nothing waits or it is somebody else's. */
  async take(request: ConsoleRequest, path: string): Promise<Record<string, unknown> | undefined> {
    const [id, key] = (cookieOf(request, HELD_COOKIE) ?? '').split('.');
    if (request.person === undefined || id === undefined || key === undefined || !z.uuid().safeParse(id).success)
      return undefined;
    const held = await this.read(id, key);
    if (held?.path !== path || !same(held.owner, this.ownerMark(request.person.accountId, path))) return undefined;
    await this.pool.query('DELETE FROM held_post WHERE held_post_id = $1', [id]);
    request.res?.clearCookie(HELD_COOKIE, cookieOptions(this.config.consoleUrl));
    return held.fields;
  }

  private async read(id: string, key: string): Promise<HeldPost | undefined> {
    const { rows } = await this.pool.query<{ sealed: string }>(
      'SELECT sealed FROM held_post WHERE held_post_id = $1 AND expires_at > $2',
      [id, this.clock.now()],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    try {
      return HeldPost.safeParse(JSON.parse(decryptForSession(row.sealed, key, id))).data;
    } catch (error) {
      if (error instanceof SealRefusal) return undefined;
      throw error;
    }
  }
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
