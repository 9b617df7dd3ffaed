import { OpenedProduct } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import {
  openEnvelope,
  sealEnvelope,
  SealingPublicKey,
  SealRefusal,
  type EnvelopeIdsOf,
  type LooseRecord,
} from '@mash/sealing';
import { CodedError } from '@mash/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { KEY_SETTINGS, type KeySettings } from '../keys/key-settings';
import { keyRing, type Unwrap } from '../keys/key-ring';
import { KeyStore } from '../keys/key-store';
import type { KeyRow } from '../keys/key.repository';
import { OWN_SEAL } from '../keys/own-seal';
import { Signers } from '../keys/signers';
import { whenSealed } from '../keys/when-sealed';

interface Where {
  readonly productId: string;
  readonly partnershipId: string;
  readonly enquiryId: string;
  readonly toAgencyId: string;
}
const idsOf = ({ productId, partnershipId, enquiryId, toAgencyId }: Where): EnvelopeIdsOf<'outward'> => ({
  ...{ typ: 'outward', partnershipId, enquiryId, productId, agencyId: toAgencyId },
  version: 1,
});

/** Seals a product anew, to a fresh key of the receiving case with a retention of its own, and opens it again for those it is for. */
@Injectable()
export class ProductSeal {
  constructor(
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
    @Inject(KEY_SETTINGS) private readonly settings: KeySettings,
  ) {}

  /**
   * @param key made for this case before the transaction (`KeyStore.makeForCase`)
   * @throws CodedError SHARING.PRODUCT_TOO_LARGE (422)
   */
  async seal(
    tx: Tx,
    where: Where,
    { key, content, at }: { key: KeyRow; content: OpenedProduct; at: Date },
  ): Promise<{ kid: string; envelope: string }> {
    await this.keyStore.keepForCase(tx, key, where.enquiryId);
    const envelope = await sealEnvelope<'outward'>({
      header: idsOf(where),
      facts: {},
      content: JSON.parse(JSON.stringify(content)) as LooseRecord,
      publicKey: SealingPublicKey.parse(key.publicJwk),
      sealer: { key: this.settings.signingKey, sealedBy: OWN_SEAL },
      sealedAt: at,
    }).catch(tooLarge);
    return { kid: key.kid, envelope };
  }

  /** @param unwrap the keys of its enquiry, where they were had already */
  async open(
    where: Where,
    { kid, envelope }: { kid: string; envelope: string },
    unwrap: Unwrap = keyRing(this.keyStore, where),
  ): Promise<OpenedProduct> {
    const privateKey = await unwrap(kid);
    const expected = idsOf(where);
    const opened = await openEnvelope<'outward'>(envelope, {
      ...{ privateKey, expected, verifierFor: this.signers.find },
      sealedBy: OWN_SEAL,
      receivedAt: whenSealed,
    });
    const content = OpenedProduct.parse(opened.content);
    // As answers are read: an earlier version kept the id of an item as its agency wrote it.
    return { ...content, items: content.items.map((item) => ({ ...item, itemId: item.itemId.toLowerCase() })) };
  }
}

function tooLarge(error: unknown): never {
  if (error instanceof SealRefusal && error.code === 'SEAL.TOO_LARGE')
    throw new CodedError('SHARING.PRODUCT_TOO_LARGE', 422, 'This is too much for one product. Choose fewer items.');
  throw error;
}
