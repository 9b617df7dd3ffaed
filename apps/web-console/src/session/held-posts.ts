import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { decryptForSession, encryptForSession, newSessionKey, SealRefusal } from '@mash/sealing';
import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Pool } from 'pg';
import { z } from 'zod';
import { CONFIG } from '../config.token';
import type { ConsoleConfig } from '../config';
import { Clock } from '../clock';
import type { FieldError } from '../forms/field-error';
import { POOL } from '../persistence/pool';
import type { ConsoleRequest } from './console-request';
import { safeReturnTo } from './return-to';
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

const HeldPost = z.object({
  page: z.string().describe('Where it was typed'),
  path: z.string().describe('Where it was sent'),
  owner: z.string(),
  fields: z.record(z.string(), z.unknown()),
  sentAt: z.iso.datetime(),
});
export type HeldPost = z.infer<typeof HeldPost>;

/** The hidden fields by which a form says whose it is, and on which page it was. */
const [OWNER_FIELD, PAGE_FIELD] = ['_owner', '_page'] as const;
/** Beside what was held: when it was sent first. A draft that was kept since is newer. */
export const SENT_AT_FIELD = '_sentAt';

const textOf = ({ body }: ConsoleRequest, name: string): string | undefined => {
  const value = ((body ?? {}) as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
};

/** When it was sent first, where it was held since. */
function sentAtOf(fields: Readonly<Record<string, unknown>>): Date | undefined {
  const said = z.iso.datetime().safeParse(fields[SENT_AT_FIELD]).data;
  return said === undefined ? undefined : new Date(said);
}

/** A draft that was kept since is newer than what was held: the older words do not take its place. */
export function isOlderThanDraft(fields: Readonly<Record<string, unknown>>, savedAt: Date | undefined): boolean {
  const sentAt = sentAtOf(fields);
  return sentAt !== undefined && savedAt !== undefined && sentAt < savedAt;
}

/** The whole page is meant: no field of it is wrong. */
export const OLDER_THAN_DRAFT: FieldError = {
  field: 'main-content',
  text: 'You have saved a newer draft since you wrote that: it is shown here, and the older words were not taken in',
};

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

  /** The page of the form that was sent: where it was sent to, where the form does not say. */
  pageOf(request: ConsoleRequest): string {
    return safeReturnTo(textOf(request, PAGE_FIELD) ?? request.path);
  }

  /** A form that this console made for whoever is signed in now: only its token is of an earlier session. */
  sentByThemselves(request: ConsoleRequest): HeldPost | undefined {
    const post = this.postOf(request);
    return post !== undefined && this.isOwn(post, request) ? post : undefined;
  }

  /** Whether a page that bears this mark was made for whoever is signed in. */
  isMarkOf(request: ConsoleRequest, mark: string, page: string): boolean {
    const owner = this.ownerIn(mark);
    return owner !== undefined && this.isOwn({ owner, page }, request);
  }

  private postOf(request: ConsoleRequest): HeldPost | undefined {
    const owner = this.ownerIn(textOf(request, OWNER_FIELD) ?? '');
    if (request.method !== 'POST' || owner === undefined) return undefined;
    const fields = request.body as Record<string, unknown>;
    const sentAt = sentAtOf(fields)?.toISOString() ?? this.clock.now().toISOString();
    return { page: this.pageOf(request), path: request.path, owner, fields, sentAt };
  }

  private isOwn({ owner, page }: Pick<HeldPost, 'owner' | 'page'>, { person }: ConsoleRequest): boolean {
    return person !== undefined && same(owner, this.ownerOf(person.accountId, page));
  }

  /** Nothing is held without the mark of a form that this console made for a person signed in, nor where too much lies here already. */
  async hold(request: ConsoleRequest, response: Response): Promise<void> {
    const post = this.postOf(request);
    if (post === undefined) return;
    const [id, key] = [randomUUID(), newSessionKey()];
    const expires = new Date(this.clock.now().getTime() + HELD_MINUTES * 60_000);
    await this.pool.query('DELETE FROM held_post WHERE expires_at < $1', [this.clock.now()]);
    const sealed = encryptForSession(JSON.stringify(post), key, id);
    const { posts, characters } = MOST_HELD;
    const { rowCount } = await this.pool.query(INSERT, [id, sealed, expires, posts, characters]);
    if (rowCount === 0) return;
    response.cookie(HELD_COOKIE, `${id}.${key}`, { ...cookieOptions(this.config.consoleUrl), expires });
  }

  /** Gives back, once, what this person sent to this path, for a page that fills itself in; `undefined` where nothing waits or it is somebody else's. */
  async take(request: ConsoleRequest, path: string): Promise<Record<string, unknown> | undefined> {
    const held = await this.takeIf(request, (post) => post.path === path);
    return held && { ...held.fields, [SENT_AT_FIELD]: held.sentAt };
  }

  /** The same for what was typed on the page that is asked for, wherever it was sent to. */
  async takeOfPage(request: ConsoleRequest): Promise<HeldPost | undefined> {
    return this.takeIf(request, ({ page }) => page === request.path);
  }

  private async takeIf(request: ConsoleRequest, isWanted: (post: HeldPost) => boolean): Promise<HeldPost | undefined> {
    const [id, key] = (cookieOf(request, HELD_COOKIE) ?? '').split('.');
    if (request.person === undefined || id === undefined || key === undefined || !z.uuid().safeParse(id).success)
      return undefined;
    const held = await this.read(id, key);
    if (held === undefined || !isWanted(held) || !this.isOwn(held, request)) return undefined;
    await this.pool.query('DELETE FROM held_post WHERE held_post_id = $1', [id]);
    request.res?.clearCookie(HELD_COOKIE, cookieOptions(this.config.consoleUrl));
    return held;
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
