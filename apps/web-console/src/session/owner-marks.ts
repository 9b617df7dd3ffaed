import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { CONFIG } from '../config.token';
import type { ConsoleConfig } from '../config';
import type { ConsoleRequest } from './console-request';

/** A form older than this is not held: its mark may have been kept by somebody who may not sign in any more. */
const MARK_HOURS = 24;
const HOUR_MS = 3_600_000;

/** By which a page says whose it is: nobody else can make the mark, and it is of that one page. */
@Injectable()
export class OwnerMarks {
  constructor(
    @Inject(CONFIG) private readonly config: ConsoleConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * The mark that goes into a form, so that what it sends can be held for this person. Whoever has never signed in has none, and nobody can make
   * one: it carries its hour and a proof.
   */
  markFor(accountId: string, path: string): string {
    const hour = String(Math.floor(this.clock.now().getTime() / HOUR_MS));
    const owner = this.ownerOf(accountId, path);
    return [owner, hour, this.proofOf(owner, hour)].join('.');
  }

  /** Whose mark it is; undefined where this console did not make it, or too long ago. */
  ownerIn(mark: string): string | undefined {
    const [owner = '', hour = '', proof = ''] = mark.split('.');
    const age = this.clock.now().getTime() / HOUR_MS - Number(hour);
    return isSame(proof, this.proofOf(owner, hour)) && age <= MARK_HOURS ? owner : undefined;
  }

  /** Whether a page that bears this mark was made for whoever is signed in. */
  isMarkOf(request: ConsoleRequest, mark: string, page: string): boolean {
    const owner = this.ownerIn(mark);
    return owner !== undefined && this.isOwn({ owner, page }, request);
  }

  /** Whether what this owner had on this page is of whoever is signed in. */
  isOwn({ owner, page }: { readonly owner: string; readonly page: string }, { person }: ConsoleRequest): boolean {
    return person !== undefined && isSame(pageOf(owner), pageOf(this.ownerOf(person.accountId, page)));
  }

  /**
   * What a button sends along that says itself what it does: its words, with a proof that they stood on a button of ours, made for this person, of a
   * form to this address.
   */
  buttonMark(accountId: string, path: string, text: string): string {
    return `${this.hmac(['held-button', accountId, path, text])}.${text}`;
  }

  /** The words of such a button; undefined where this console did not make it for whoever is signed in. */
  buttonIn({ person }: ConsoleRequest, path: string, mark: unknown): string | undefined {
    if (person === undefined || typeof mark !== 'string') return undefined;
    const text = mark.slice(mark.indexOf('.') + 1);
    return isSame(mark, this.buttonMark(person.accountId, path, text)) ? text : undefined;
  }

  /** A pseudonym of the person, the same on all their pages, and then what is of that page alone. */
  private ownerOf(accountId: string, path: string): string {
    return `${this.hmac(['held-person', accountId])}~${this.hmac(['held-post', accountId, path])}`;
  }

  private proofOf(owner: string, hour: string): string {
    return this.hmac(['held-post-mark', owner, hour]);
  }

  private hmac(what: readonly string[]): string {
    return createHmac('sha256', this.config.sessionSecret).update(JSON.stringify(what)).digest('base64url');
  }
}

/** The pseudonym in what a mark says of its owner: by it what is held of one person is counted, whichever of their pages it is of. */
export const personOf = (owner: string): string => owner.split('~')[0] ?? owner;
/** What is of the person and that page alone: all of a mark from before it named the person, too. */
const pageOf = (owner: string): string => owner.slice(owner.indexOf('~') + 1);

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
