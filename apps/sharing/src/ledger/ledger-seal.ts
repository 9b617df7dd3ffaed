import { newId } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { openEnvelope, sealEnvelope, SealingPublicKey, type EnvelopeIdsOf } from '@mash/sealing';
import { Inject, Injectable } from '@nestjs/common';
import { KEY_SETTINGS, type KeySettings } from '../keys/key-settings';
import { KeyRepository } from '../keys/key.repository';
import { keyRing, type Unwrap } from '../keys/key-ring';
import { KeyStore } from '../keys/key-store';
import { OWN_SEAL } from '../keys/own-seal';
import { Signers } from '../keys/signers';
import { KeptLines, keptLines, sealedLines } from './kept-lines';
import type { LedgerCall, LedgerLine, SealedLine } from './ledger-line';
import { whenSealed } from '../keys/when-sealed';

/** So many lines lie in one envelope: sealing and opening cost by the envelope. A reader of one line opens all of them. */
const LINES_IN_ONE = 250;

export interface SealedLines {
  readonly detailId: string;
  readonly kid: string;
  readonly envelope: string;
  readonly lines: readonly LedgerLine[];
}

type Where = Pick<LedgerCall, 'partnershipId' | 'enquiryId'>;
const idsOf = ({ partnershipId, enquiryId }: Where, detailId: string): EnvelopeIdsOf<'disclosure'> => ({
  ...{ typ: 'disclosure', partnershipId, enquiryId, disclosureId: detailId },
  version: 1,
});

/** Category and reason of ledger lines, sealed to the enquiry's key: they go when the enquiry's keys go. */
@Injectable()
export class LedgerSeal {
  constructor(
    private readonly keys: KeyRepository,
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
    @Inject(KEY_SETTINGS) private readonly settings: KeySettings,
  ) {}

  /** @throws Error where the enquiry has no key: it has no contact either, and nothing was opened */
  async seal(tx: Tx, call: LedgerCall, lines: readonly LedgerLine[]): Promise<SealedLines[]> {
    if (lines.length === 0) return [];
    const key = await this.keys.boundTo(call.enquiryId, tx);
    if (key === undefined) throw new Error('There is no key of this enquiry to seal its ledger to');
    const publicKey = SealingPublicKey.parse(key.publicJwk);
    const groups = Array.from({ length: Math.ceil(lines.length / LINES_IN_ONE) }, (_, group) =>
      lines.slice(group * LINES_IN_ONE, (group + 1) * LINES_IN_ONE),
    );
    return Promise.all(
      groups.map(async (group) => {
        const detailId = newId();
        const envelope = await sealEnvelope<'disclosure'>({
          header: idsOf(call, detailId),
          facts: {},
          content: keptLines(group),
          publicKey,
          sealer: { key: this.settings.signingKey, sealedBy: OWN_SEAL },
          sealedAt: call.at,
        });
        return { detailId, kid: key.kid, envelope, lines: group };
      }),
    );
  }

  /**
   * @param unwrap the keys of the enquiry, where they were had already
   * @throws SealRefusal where the enquiry's keys are gone: then what is plain is all there is
   */
  async open(
    where: Where,
    its: { detailId: string; kid: string; envelope: string },
    unwrap: Unwrap = keyRing(this.keyStore, where),
  ): Promise<Map<string, SealedLine>> {
    const privateKey = await unwrap(its.kid);
    const opened = await openEnvelope<'disclosure'>(its.envelope, {
      privateKey,
      expected: idsOf(where, its.detailId),
      verifierFor: this.signers.find,
      sealedBy: OWN_SEAL,
      receivedAt: whenSealed,
    });
    return sealedLines(KeptLines.parse(opened.content));
  }
}
