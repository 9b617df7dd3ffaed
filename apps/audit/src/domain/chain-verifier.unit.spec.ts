import { DEMO_PARTNERSHIP, newId, OTHER_PARTNERSHIP } from '@mash/contracts';
import { anAuditMessage } from '../../testing/audit-messages';
import { GENESIS, hashOf } from './chain';
import { ChainVerifier, type ChainReport } from './chain-verifier';
import type { ChainedRow } from './chained-row';
import { readMessage } from './read-message';

function aChain(length: number, partnershipId = DEMO_PARTNERSHIP): ChainedRow[] {
  const rows: ChainedRow[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const { kind, identity, content, search } = readMessage(anAuditMessage({ partnershipId })).entry;
    const prev = rows.at(-1)?.hash ?? GENESIS;
    const link = { partnershipId, seq, kind, identity, content, sequencedAt: '2026-11-02T09:30:01.000Z', prev };
    rows.push({ ...link, hash: hashOf(link), search });
  }
  return rows;
}

function verify(rows: readonly ChainedRow[], signedHeads?: Map<number, string>): ChainReport {
  const verifier = new ChainVerifier(signedHeads);
  for (const row of rows) verifier.take(row);
  return verifier.report();
}

const changed = (rows: ChainedRow[], seq: number, change: Partial<ChainedRow>): ChainedRow[] =>
  rows.map((row) => (row.seq === seq ? { ...row, ...change } : row));

/** What somebody who can do sums would do: alter a row and work out every later hash anew. */
function rewritten(rows: ChainedRow[], seq: number, change: Partial<ChainedRow>): ChainedRow[] {
  let prev = GENESIS;
  return changed(rows, seq, change).map(({ hash: _, search, ...link }) => {
    const linked = { ...link, prev };
    prev = hashOf(linked);
    return { ...linked, hash: prev, search: search ?? null };
  });
}

describe('A chain', () => {
  test('that is whole holds, to its last link', () => {
    const rows = aChain(5);
    expect(verify(rows)).toEqual({ entries: 5, opaque: 0, head: rows[4]!.hash, signedUpTo: 0, break: undefined });
  });

  test.each<[string, Partial<ChainedRow>]>([
    ['content', { content: '{}' }],
    ['time', { sequencedAt: '2026-11-02T09:30:02.000Z' }],
    ['identity', { identity: `event:${newId()}` }],
    ['kind', { kind: 'opaque' }],
    ['hash', { hash: 'f'.repeat(64) }],
  ])('of which one row has another %s is broken at that row', (_, change) => {
    expect(verify(changed(aChain(5), 3, change))).toMatchObject({ entries: 2, break: { seq: 3, fault: 'HASH' } });
  });

  test('with search columns that say something else than the entry is broken at that row', () => {
    const rows = aChain(3);
    const search = { ...rows[1]!.search!, actorId: 'somebody-else' };
    expect(verify(changed(rows, 2, { search }))).toMatchObject({ break: { seq: 2, fault: 'SEARCH' } });
    expect(verify(changed(rows, 2, { search: null }))).toMatchObject({ break: { seq: 2, fault: 'SEARCH' } });
  });

  test('from which a row was taken is broken where it was', () => {
    expect(verify(aChain(5).filter(({ seq }) => seq !== 3))).toMatchObject({ break: { seq: 3, fault: 'GAP' } });
  });

  test('with a row of another log in it is broken there', () => {
    const foreign = aChain(3, OTHER_PARTNERSHIP)[2]!;
    expect(verify([...aChain(2), foreign])).toMatchObject({ break: { seq: 3, fault: 'ORDER' } });
  });

  test('that was written anew from a row on shows by the head that was signed before', () => {
    const rows = aChain(5);
    const forged = rewritten(rows, 2, { identity: `event:${newId()}` });
    expect(verify(forged).break?.fault).not.toBe('HASH');
    expect(verify(forged, new Map([[4, rows[3]!.hash]]))).toMatchObject({ break: { seq: 4, fault: 'CHECKPOINT' } });
  });

  test('whose end was cut off shows by the head that was signed before', () => {
    const rows = aChain(5);
    const signed = new Map([[5, rows[4]!.hash]]);
    expect(verify(rows.slice(0, 3), signed)).toMatchObject({ entries: 3, break: { seq: 4, fault: 'SHORT' } });
    expect(verify([], signed)).toMatchObject({ entries: 0, break: { seq: 1, fault: 'SHORT' } });
  });

  test('goes on from a link that is known to hold', () => {
    const rows = aChain(5);
    const verifier = new ChainVerifier(new Map(), { seq: 3, hash: rows[2]!.hash });
    for (const row of rows.slice(3)) verifier.take(row);
    expect(verifier.report()).toMatchObject({ entries: 5, break: undefined });
  });
});
