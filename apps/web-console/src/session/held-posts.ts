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
/** A form older than this is not held: its mark may have been kept by somebody who may not sign in any more. */
const MARK_HOURS = 24;
const HOUR_MS = 3_600_000;

/** What may lie here at once, of everybody together: enough for every worker of a hub whose sessions end in one moment. */
export const MOST_HELD = { posts: 300, characters: 60_000_000 } as const;

const INSERT = `
  INSERT INTO held_post (held_post_id, sealed, expires_at)
  SELECT $1, $2, $3 FROM (SELECT count(*) AS posts, coalesce(sum(length(sealed)), 0) AS characters FROM held_post) held
   WHERE held.posts < $4 AND held.characters + length($2) <= $5`;

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

  /**
   * The mark that goes into a form, so that what it sends can be held for this person. Whoever has never signed in has none, and nobody can make
   * one: it carries its hour and a proof.
   */
  ownerMark(accountId: string, path: string): string {
    const hour = String(Math.floor(this.clock.now().getTime() / HOUR_MS));
    const owner = this.ownerOf(accountId, path);
    return [owner, hour, this.proofOf(owner, hour)].join('.');
  }

  private ownerOf(accountId: string, path: string): string {
    return this.hmac(['held-post', accountId, path]);
  }

  private proofOf(owner: string, hour: string): string {
    return this.hmac(['held-post-mark', owner, hour]);
  }

  private hmac(what: readonly string[]): string {
    return createHmac('sha256', this.config.sessionSecret).update(JSON.stringify(what)).digest('base64url');
  }

  /** Whose mark it is; undefined where this console did not make it, or too long ago. */
  private ownerIn(mark: string): string | undefined {
    const [owner = '', hour = '', proof = ''] = mark.split('.');
    const age = this.clock.now().getTime() / HOUR_MS - Number(hour);
    return same(proof, this.proofOf(owner, hour)) && age <= MARK_HOURS ? owner : undefined;
  }

  isHeld(request: ConsoleRequest): boolean {
    return cookieOf(request, HELD_COOKIE) !== undefined;
  }

  /** Nothing is held without the mark of a form that this console made for a person signed in, nor where too much lies here already. */
  async hold(response: Response, { owner: mark, ...sent }: HeldPost): Promise<void> {
    const owner = this.ownerIn(mark);
    if (owner === undefined) return;
    const post: HeldPost = { ...sent, owner };
    const [id, key] = [randomUUID(), newSessionKey()];
    const expires = new Date(this.clock.now().getTime() + HELD_MINUTES * 60_000);
    await this.pool.query('DELETE FROM held_post WHERE expires_at < $1', [this.clock.now()]);
    const sealed = encryptForSession(JSON.stringify(post), key, id);
    const { posts, characters } = MOST_HELD;
    const { rowCount } = await this.pool.query(INSERT, [id, sealed, expires, posts, characters]);
    if (rowCount === 0) return;
    response.cookie(HELD_COOKIE, `${id}.${key}`, { ...cookieOptions(this.config.consoleUrl), expires });
  }

  /** Gives back, once, what this person sent from this page; `undefined` where nothing waits or it is somebody else's. */
  async take(request: ConsoleRequest, path: string): Promise<Record<string, unknown> | undefined> {
    const [id, key] = (cookieOf(request, HELD_COOKIE) ?? '').split('.');
    if (request.person === undefined || id === undefined || key === undefined || !z.uuid().safeParse(id).success)
      return undefined;
    const held = await this.read(id, key);
    if (held?.path !== path || !same(held.owner, this.ownerOf(request.person.accountId, path))) return undefined;
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
