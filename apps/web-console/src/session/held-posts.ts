import { randomUUID } from 'node:crypto';
import { decryptForSession, encryptForSession, newSessionKey, SealRefusal } from '@mash/sealing';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { Clock } from '../clock';
import { CONFIG } from '../config.token';
import type { ConsoleConfig } from '../config';
import { POOL } from '../persistence/pool';
import type { ConsoleRequest } from './console-request';
import {
  HELD_FIELD,
  HeldPost,
  isPressedAgain,
  isSameForm,
  OWNER_FIELD,
  type OwnPost,
  pageOf,
  PRESSED_FIELD,
  SENT_AT_FIELD,
  sentAtOf,
  textOf,
} from './held-post';
import { isOfAnotherSite } from './of-another-site';
import { OwnerMarks, personOf } from './owner-marks';
import { cookieOptions, heldCookieOf, heldKeysOf } from './session-cookies';

const HELD_MINUTES = 30;

/** What may lie here at once, of everybody together: enough for every worker of a hub whose sessions end in one moment. */
export const MOST_HELD = { posts: 300, characters: 60_000_000 } as const;
/** Of one browser. No more is taken: what lies there may be somebody else's, and does not make place. */
export const MOST_OF_A_BROWSER = 8;
/** Of one person, in all their browsers. */
export const MOST_OF_A_PERSON = 24;

const INSERT = `
  INSERT INTO held_post (held_post_id, sealed, expires_at, held_for)
  SELECT $1, $2, $3, $7
    FROM (SELECT count(*) AS posts, coalesce(sum(length(sealed)), 0) AS characters,
                 count(*) FILTER (WHERE held_for = $7) AS of_the_person
            FROM held_post WHERE expires_at > $6) held
   WHERE held.posts < $4 AND held.characters + length($2) <= $5 AND held.of_the_person < $8`;
const OF_A_BROWSER = `
  SELECT held_post_id AS id, sealed FROM held_post WHERE held_post_id = ANY($1::uuid[]) AND expires_at > $2 ORDER BY expires_at`;

type Held = OwnPost & { readonly id: string };

/**
 * What somebody sent from a page whose session had ended: kept half an hour, encrypted under a key that only a cookie of that browser holds, and
 * shown to the same person only, until they have sent it or said that they will not. The form says whose it is by a mark that nobody else can make.
 */
@Injectable()
export class HeldPosts {
  /** Opened once for each request; what a request holds itself has its key in the answer, not in the request. */
  private readonly opened = new WeakMap<ConsoleRequest, readonly Held[]>();

  constructor(
    @Inject(CONFIG) private readonly config: ConsoleConfig,
    @Inject(POOL) private readonly pool: Pool,
    private readonly marks: OwnerMarks,
    private readonly clock: Clock,
  ) {}

  /** Whether anything may wait in this browser, of whomever. */
  isHeld(request: ConsoleRequest): boolean {
    return heldKeysOf(request).size > 0;
  }

  /** A form that this console made for whoever is signed in now: only its token is of an earlier session. */
  sentByThemselves(request: ConsoleRequest): OwnPost | undefined {
    const post = this.postOf(request);
    return post !== undefined && this.marks.isOwn(post, request) ? this.withButton(post, request) : undefined;
  }

  /**
   * Nothing is held without the mark of a form that this console made for a person signed in, nor of a form that stood on another site, whoever's
   * mark it bears; nor where too much lies here already.
   * @returns `lost` where a form of ours could not be kept: whoever sent it is told
   */
  async hold(request: ConsoleRequest): Promise<'held' | 'lost' | 'nothing'> {
    if (isOfAnotherSite(request, this.config.consoleUrl)) return 'nothing'; // nobody pressed anything here
    const post = this.postOf(request);
    if (post === undefined) return textOf(request, OWNER_FIELD) === undefined ? 'nothing' : 'lost';
    const lying = await this.lying(request);
    const earlier = lying.filter((one) => isPressedAgain(one, post));
    if (lying.length - earlier.length >= MOST_OF_A_BROWSER) return 'lost';
    if (!(await this.keep(post, request, MOST_OF_A_PERSON + earlier.length))) return 'lost';
    await this.forget(request, earlier);
    return 'held';
  }

  /**
   * What this person sent to this path, for a page that fills itself in. It goes on waiting until that is sent: a page that is asked for again shows it again.
   * @param isWanted which presses the page can fill itself in with; any other is shown as what was not sent
   */
  async take(
    request: ConsoleRequest,
    path: string,
    isWanted?: (fields: HeldPost['fields']) => boolean,
  ): Promise<HeldPost['fields'] | undefined> {
    const held = await this.newestOf(request, path, isWanted);
    if (held === undefined) return undefined;
    request.held = { id: held.id, filledInFrom: new Date(held.sentAt) };
    return { ...held.fields, [SENT_AT_FIELD]: held.sentAt };
  }

  /** What this person typed on the page that is asked for, whatever they pressed: for what the page must know before it can show any of it. It goes on waiting. */
  async typedHere(request: ConsoleRequest): Promise<HeldPost['fields'] | undefined> {
    return (await this.newestOf(request, request.path))?.fields;
  }

  /** The same, wherever it was sent to from there. */
  async sentFromHere(request: ConsoleRequest): Promise<HeldPost['fields'] | undefined> {
    return (await this.own(request)).filter(({ page }) => page === request.path).at(-1)?.fields;
  }

  /** The same for a page without a form to fill in: it says that it waits, and whoever wrote it may discard it. */
  async takeToShow(request: ConsoleRequest, path: string): Promise<HeldPost['fields'] | undefined> {
    const held = await this.newestOf(request, path);
    if (held !== undefined) request.held = { id: held.id };
    return held?.fields;
  }

  /** Whether what waits for the page that is asked for is older than the draft that it shows: that page cannot take it in. */
  async takeOlder(request: ConsoleRequest, savedAt: Date | undefined): Promise<boolean> {
    const held = await this.newestOf(request, request.path);
    if (held === undefined || savedAt === undefined || new Date(held.sentAt) >= savedAt) return false;
    request.held = { id: held.id };
    return true;
  }

  /** The first that was typed on the page that is asked for, wherever it was sent to, and that the page has not filled itself in with. */
  async takeOfPage(request: ConsoleRequest): Promise<OwnPost | undefined> {
    const waiting = (await this.own(request)).filter(({ page }) => page === request.path);
    const held = waiting.find(({ id }) => id !== request.held?.id);
    if (held !== undefined) request.held = { id: held.id };
    return held;
  }

  /** By which the forms of the page that is shown name what waits; what was given back on a page before stays named on the next. */
  idIn(request: ConsoleRequest): string | undefined {
    const named = request.held?.id ?? textOf(request, HELD_FIELD);
    return named !== undefined && heldKeysOf(request).has(named) ? named : undefined;
  }

  /** What this request sent was taken in: what it had been given back for waits no longer. Another form of the page leaves it waiting. */
  async settle(request: ConsoleRequest): Promise<void> {
    const sent = { path: request.path, fields: request.body as HeldPost['fields'] };
    const [held] = await this.named(request);
    if (held !== undefined && isSameForm(held, sent)) await this.forget(request, [held]);
  }

  /** What this request was given back, or sends again; where it is not kept any more, as it was sent. */
  async shownBy(request: ConsoleRequest): Promise<(OwnPost & { readonly id?: string }) | undefined> {
    const [held] = await this.named(request);
    return held ?? this.sentByThemselves(request);
  }

  /** What the page was filled in with is kept elsewhere. */
  async drop(request: ConsoleRequest): Promise<void> {
    await this.forget(request, await this.named(request));
    delete request.held;
  }

  /** @returns the page on which it was typed; undefined where nothing of theirs waits under that id */
  async decline(request: ConsoleRequest): Promise<string | undefined> {
    const named = await this.named(request);
    await this.forget(request, named);
    return named[0]?.page;
  }

  /** Whoever signs out leaves nothing in this browser; what is somebody else's stays. */
  async dropAll(request: ConsoleRequest): Promise<void> {
    await this.forget(request, await this.own(request));
  }

  /** Its time is over: the key has left the browser, and what it opened goes too. */
  async sweep(): Promise<void> {
    await this.pool.query('DELETE FROM held_post WHERE expires_at < $1', [this.clock.now()]);
  }

  private postOf(request: ConsoleRequest): HeldPost | undefined {
    const owner = this.marks.ownerIn(textOf(request, OWNER_FIELD) ?? '');
    if (request.method !== 'POST' || owner === undefined || isOfAnotherSite(request, this.config.consoleUrl))
      return undefined;
    const fields = request.body as Record<string, unknown>;
    const sentAt = sentAtOf(fields)?.toISOString() ?? this.clock.now().toISOString();
    return { page: pageOf(request), path: request.path, owner, fields, sentAt };
  }

  /** @param mostOfPerson with those whose place it takes: they are forgotten once it is kept, and no sooner */
  private async keep(post: HeldPost, { res }: ConsoleRequest, mostOfPerson: number): Promise<boolean> {
    const [id, key] = [randomUUID(), newSessionKey()];
    const now = this.clock.now();
    const expires = new Date(now.getTime() + HELD_MINUTES * 60_000);
    const sealed = encryptForSession(JSON.stringify(post), key, id);
    const { posts, characters } = MOST_HELD;
    const person = personOf(post.owner);
    const values = [id, sealed, expires, posts, characters, now, person, mostOfPerson];
    const { rowCount } = await this.pool.query(INSERT, values);
    if (rowCount === 0) return false;
    res?.cookie(heldCookieOf(id), key, { ...cookieOptions(this.config.consoleUrl), expires });
    return true;
  }

  private async newestOf(
    request: ConsoleRequest,
    path: string,
    isWanted: (fields: HeldPost['fields']) => boolean = () => true,
  ): Promise<Held | undefined> {
    return (await this.own(request)).filter((post) => post.path === path && isWanted(post.fields)).at(-1);
  }

  private async named(request: ConsoleRequest): Promise<Held[]> {
    const named = this.idIn(request);
    return named === undefined ? [] : (await this.own(request)).filter(({ id }) => id === named);
  }

  private async own(request: ConsoleRequest): Promise<Held[]> {
    return request.person === undefined
      ? []
      : (await this.lying(request))
          .filter((post) => this.marks.isOwn(post, request))
          .map((post) => this.withButton(post, request));
  }

  private withButton<Post extends HeldPost>(post: Post, request: ConsoleRequest): Post & OwnPost {
    return { ...post, button: this.marks.buttonIn(request, post.path, post.fields[PRESSED_FIELD]) };
  }

  /** Everything of this browser, of whomever, the first that was sent first. */
  private async lying(request: ConsoleRequest): Promise<readonly Held[]> {
    const known = this.opened.get(request);
    if (known !== undefined) return known;
    const held = await this.openAll(request);
    this.opened.set(request, held);
    return held;
  }

  private async openAll(request: ConsoleRequest): Promise<Held[]> {
    const keys = heldKeysOf(request);
    if (keys.size === 0) return [];
    const { rows } = await this.pool.query<{ id: string; sealed: string }>(OF_A_BROWSER, [
      [...keys.keys()],
      this.clock.now(),
    ]);
    return rows.flatMap(({ id, sealed }) => opened(id, sealed, keys.get(id)) ?? []);
  }

  /** Only what was opened is forgotten, never by its id alone. */
  private async forget(request: ConsoleRequest, held: readonly Held[]): Promise<void> {
    if (held.length === 0) return;
    await this.pool.query('DELETE FROM held_post WHERE held_post_id = ANY($1::uuid[])', [held.map(({ id }) => id)]);
    this.opened.delete(request);
    for (const { id } of held) request.res?.clearCookie(heldCookieOf(id), cookieOptions(this.config.consoleUrl));
  }
}

/** Undefined where the cookie holds another key: it was altered, or somebody guessed. */
function opened(id: string, sealed: string, key = ''): Held | undefined {
  try {
    const post = HeldPost.safeParse(JSON.parse(decryptForSession(sealed, key, id))).data;
    return post && { ...post, id };
  } catch (error) {
    if (error instanceof SealRefusal) return undefined;
    throw error;
  }
}
