import type { KeyLease } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { generateSealingKey, rewrap, SealRefusal, signLease, type SealingPrivateKey } from '@mash/sealing';
import { Clock } from '@mash/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { EnquiryLife } from '../erasure/enquiry-life';
import { KeyRepository, type KeyRow, type KeyUse } from './key.repository';
import { KEY_SETTINGS, LEASE_DAYS, OVERFLOW_RENEW_DAYS, type KeySettings } from './key-settings';

const DAY = 86_400_000;

/**
 * What a key is asked for. The overflow key is for what comes in while no other is to be had: a concern, who told, what was said of consent with it,
 * a draft. An erasure deletes those where they lie; whatever else was sealed to it would outlive the enquiry, and opens to nobody.
 */
export type KeyOpens = 'what is of the enquiry' | 'what came in';

/** Enquiry keys: made here, leased as public halves, bound once, and opened nowhere else (docs/security/sealing.md). */
@Injectable()
export class KeyStore {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: KeyRepository,
    private readonly life: EnquiryLife,
    private readonly clock: Clock,
    @Inject(KEY_SETTINGS) private readonly settings: KeySettings,
  ) {}

  /** Fresh public keys, signed, each to be bound once. */
  async lease(partnershipId: string, use: 'enquiry' | 'case', count: number): Promise<KeyLease[]> {
    const made = await Promise.all(Array.from({ length: count }, () => this.make(partnershipId, use)));
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      for (const key of made) await this.keys.add(tx, key, at, false);
    });
    return Promise.all(made.map((key) => this.leaseOf(key)));
  }

  /** The key for when the pool is empty and this service is down: shared by all forms of the partnership until it is renewed. */
  async overflow(partnershipId: string): Promise<KeyLease> {
    const now = this.clock.now();
    const known = await this.keys.overflowOf(partnershipId, new Date(now.getTime() + OVERFLOW_RENEW_DAYS * DAY));
    if (known) return this.leaseOf(known);
    const fresh = await this.make(partnershipId, 'overflow');
    await this.unitOfWork.run((tx) => this.keys.add(tx, fresh, now, false));
    return this.leaseOf(fresh);
  }

  async boundKey(enquiryId: string): Promise<{ lease: KeyLease; partnershipId: string } | undefined> {
    const row = await this.keys.boundTo(enquiryId);
    return row && { lease: await this.leaseOf(row), partnershipId: row.partnershipId };
  }

  /**
   * Binds the key that a contact, or the reason for a broken glass, was sealed to. Once, to one enquiry: a key bound elsewhere, of another partnership or unknown is refused. An
   * overflow key is noted for what was sealed, and the enquiry gets a key of its own for all that follows. An enquiry that was erased gets none.
   * @throws SealRefusal SEAL.WRONG_KEY
   */
  async bind(tx: Tx, kid: string, its: { enquiryId: string; sealedId: string; partnershipId: string }): Promise<void> {
    if (!(await this.life.isHeldOpen(tx, its.enquiryId))) return;
    const key = await this.keys.lock(tx, kid);
    if (key?.partnershipId !== its.partnershipId || key.use === 'case')
      throw new SealRefusal('SEAL.WRONG_KEY', ['kid']);
    const at = this.clock.now();
    if (key.use === 'overflow') {
      await this.keys.bindOverflow(tx, kid, { enquiryId: its.enquiryId, sealedId: its.sealedId, at });
      return this.giveOwnKey(tx, its.enquiryId, its.partnershipId);
    }
    if (key.enquiryId === its.enquiryId) return;
    if (key.enquiryId !== null || key.wrapped === null) throw new SealRefusal('SEAL.WRONG_KEY', ['kid']);
    const free = { kid, partnershipId: key.partnershipId, enquiryId: null };
    const wrapped = await rewrap(this.settings.keyEncryption, key.wrapped, free, { ...free, enquiryId: its.enquiryId });
    await this.keys.bind(tx, kid, { enquiryId: its.enquiryId, wrapped, at });
  }

  /** As `bind`; where that is refused nothing is bound, and the enquiry gets a key of its own all the same. */
  async bindOrReplace(tx: Tx, kid: string, its: Parameters<KeyStore['bind']>[2]): Promise<void> {
    await this.bind(tx, kid, its).catch(async (error: unknown) => {
      if (!(error instanceof SealRefusal) || error.code !== 'SEAL.WRONG_KEY') throw error;
      await this.giveOwnKey(tx, its.enquiryId, its.partnershipId);
    });
  }

  /**
   * A fresh key that is bound from the start: the case key of a receiving team, or an enquiry's own.
   * @throws CodedError ENQUIRY.NOT_FOUND where the enquiry was erased: it gets no key again
   */
  async makeBound(tx: Tx, partnershipId: string, use: 'enquiry' | 'case', enquiryId: string): Promise<KeyRow> {
    await this.life.holdOpen(tx, enquiryId);
    const key = await this.make(partnershipId, use, enquiryId);
    await this.keys.add(tx, key, this.clock.now(), true);
    return key;
  }

  /** The case key of a receiving team, wrapped before the transaction that keeps it: a key management service that hangs holds none up. */
  makeForCase(partnershipId: string, enquiryId: string): Promise<KeyRow> {
    return this.make(partnershipId, 'case', enquiryId);
  }

  /**
   * Keeps one that was made for a case of this enquiry.
   * @throws CodedError ENQUIRY.NOT_FOUND where the enquiry was erased meanwhile
   */
  async keepForCase(tx: Tx, key: KeyRow, enquiryId: string): Promise<void> {
    await this.life.holdOpen(tx, enquiryId);
    await this.keys.add(tx, key, this.clock.now(), true);
  }

  /** The enquiry's own keys that live: to them all that is said of it is sealed. */
  kidsOf(enquiryId: string): Promise<string[]> {
    return this.keys.kidsOf(enquiryId);
  }

  /**
   * The private half, for an envelope of this enquiry (or, unbound, for a draft's author). It stays in this process's memory.
   * Whose key it is comes first: the destroyed key of another enquiry is as foreign as its living one, and no excuse for words that do not open.
   * @throws SealRefusal SEAL.WRONG_KEY where the key is another enquiry's, another partnership's or unknown, or the overflow key for what it is not for; SEAL.KEY_DESTROYED where it is
   *   this enquiry's and was erased with it; SEAL.KEY_GONE where its private half is not there and nobody erased anything; SEAL.KEK_MISSING
   */
  async privateKeyFor(
    kid: string,
    its: { partnershipId: string; enquiryId: string | null },
    opens: KeyOpens = 'what is of the enquiry',
  ): Promise<SealingPrivateKey> {
    const key = await this.keys.find(kid);
    if (key?.partnershipId !== its.partnershipId) throw new SealRefusal('SEAL.WRONG_KEY', ['kid']);
    if (its.enquiryId !== null && !(await this.belongs(key, its.enquiryId)))
      throw new SealRefusal('SEAL.WRONG_KEY', ['kid']);
    if (await this.isErased(key, its.enquiryId)) throw new SealRefusal('SEAL.KEY_DESTROYED');
    if (key.use === 'overflow' && opens !== 'what came in') throw new SealRefusal('SEAL.WRONG_KEY', ['kid']);
    if (key.wrapped === null) throw new SealRefusal('SEAL.KEY_GONE');
    const { partnershipId, enquiryId } = key;
    return this.settings.keyEncryption.unwrap(key.wrapped, { kid, partnershipId, enquiryId });
  }

  /**
   * The overflow key outlives every enquiry that it was used for: for an erased one it opens nothing all the same. That a key is empty proves no
   * erasure: whoever may write the table can empty it, and what does not open for that has to be reported.
   */
  private isErased({ use, wrapped }: KeyRow, enquiryId: string | null): boolean | Promise<boolean> {
    return (use === 'overflow' || wrapped === null) && enquiryId !== null && this.life.isOver(enquiryId);
  }

  private belongs(key: KeyRow, enquiryId: string): boolean | Promise<boolean> {
    return key.use === 'overflow' ? this.keys.isOverflowOf(key.kid, enquiryId) : key.enquiryId === enquiryId;
  }

  private async giveOwnKey(tx: Tx, enquiryId: string, partnershipId: string): Promise<void> {
    if (!(await this.keys.boundTo(enquiryId, tx))) await this.makeBound(tx, partnershipId, 'enquiry', enquiryId);
  }

  private async make(partnershipId: string, use: KeyUse, enquiryId: string | null = null): Promise<KeyRow> {
    const { publicKey, privateKey } = await generateSealingKey();
    const { kid } = publicKey;
    const wrapped = await this.settings.keyEncryption.wrap(privateKey, { kid, partnershipId, enquiryId });
    const expiresAt = new Date(this.clock.now().getTime() + (use === 'overflow' ? 4 : 1) * LEASE_DAYS * DAY);
    return { kid, partnershipId, use, publicJwk: publicKey, wrapped, enquiryId, expiresAt };
  }

  /** A bound key outlives its lease: what is offered again is signed for the next spell. */
  private leaseOf({ publicJwk, partnershipId, use, expiresAt, enquiryId }: KeyRow): Promise<KeyLease> {
    const until = enquiryId === null ? expiresAt : new Date(this.clock.now().getTime() + LEASE_DAYS * DAY);
    const publicKey = publicJwk as Parameters<typeof signLease>[0]['publicKey'];
    const offer = { publicKey, partnershipId, use, expiresAt: until, ...(enquiryId !== null && { enquiryId }) };
    return signLease(offer, this.settings.signingKey);
  }
}
