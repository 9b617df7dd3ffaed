import type { SigningPublicKey } from '@mash/sealing';
import type { ChainedRow } from '../../domain/chained-row';
import { ChainVerifier, type ChainReport } from '../../domain/chain-verifier';
import { readCheckpoint } from '../sign-heads/checkpoint-statement';

export interface ChainToVerify {
  readonly partnershipId: string;
  readonly rows: AsyncIterable<ChainedRow> | Iterable<ChainedRow>;
  readonly checkpoints: readonly { readonly seq: number; readonly statement: string }[];
}

/** Follows a whole chain from its first link, against every signed head. It needs the rows, the heads and the public key: no more. */
export async function verifyChain(chain: ChainToVerify, key: SigningPublicKey): Promise<ChainReport> {
  const signedHeads = new Map<number, string>();
  for (const { seq, statement } of chain.checkpoints) {
    const checkpoint = await readCheckpoint(statement, chain.partnershipId, key);
    if (checkpoint?.seq !== seq)
      return { entries: 0, opaque: 0, head: '', signedUpTo: 0, break: { seq, fault: 'SIGNATURE' } };
    signedHeads.set(seq, checkpoint.hash);
  }
  const verifier = new ChainVerifier(signedHeads);
  for await (const row of chain.rows) {
    if (!verifier.take(row)) break;
  }
  return verifier.report();
}
