import { DEMO_PARTNERSHIP, OTHER_PARTNERSHIP } from '@mash/contracts';
import { generateSigningKey } from '@mash/sealing';
import { anAuditMessage } from '../../../testing/audit-messages';
import { GENESIS, hashOf } from '../../domain/chain';
import type { ChainedRow } from '../../domain/chained-row';
import { readMessage } from '../../domain/read-message';
import { signCheckpoint } from '../sign-heads/checkpoint-statement';
import { describeReport } from './describe-report';
import { exportedCheckpoint, exportedRow } from './exported-line';
import { parseExport } from './parse-export';
import { verifyChain } from './verify-chain';

const signedAt = '2026-11-02T10:00:00.000Z';

async function anExport() {
  const key = await generateSigningKey();
  const { kind, identity, content } = readMessage(anAuditMessage()).entry;
  const link = {
    partnershipId: DEMO_PARTNERSHIP,
    seq: 1,
    kind,
    identity,
    content,
    sequencedAt: signedAt,
    prev: GENESIS,
  };
  const row: ChainedRow = { ...link, hash: hashOf(link) };
  const head = { partnershipId: DEMO_PARTNERSHIP, seq: 1, hash: row.hash, signedAt };
  const statement = await signCheckpoint(head, key.privateKey);
  return { key, row, head, text: exportedRow(row) + exportedCheckpoint({ seq: 1, statement, signedAt }) };
}

describe('An export', () => {
  test('is verified with the public key and nothing else', async () => {
    const { key, row, text } = await anExport();
    await expect(verifyChain(parseExport(text), key.publicKey)).resolves.toMatchObject({
      entries: 1,
      head: row.hash,
      break: undefined,
    });
  });

  test('is refused when the head was signed with another key, or for another log', async () => {
    const { key, row, head, text } = await anExport();
    const other = await generateSigningKey();
    await expect(verifyChain(parseExport(text), other.publicKey)).resolves.toMatchObject({
      break: { fault: 'SIGNATURE' },
    });
    const foreign = await signCheckpoint({ ...head, partnershipId: OTHER_PARTNERSHIP }, key.privateKey);
    const mixed = parseExport(exportedRow(row) + exportedCheckpoint({ seq: 1, statement: foreign, signedAt }));
    await expect(verifyChain(mixed, key.publicKey)).resolves.toMatchObject({ break: { fault: 'SIGNATURE' } });
  });

  test('that is cut short is found out', async () => {
    const { key, text } = await anExport();
    const parsed = parseExport(text);
    const cut = { ...parsed, rows: [] };
    await expect(verifyChain(cut, key.publicKey)).resolves.toMatchObject({ break: { seq: 1, fault: 'SHORT' } });
  });

  test('with the links of another log behind its own is not whole: nobody has followed those', async () => {
    const { key, row, text } = await anExport();
    const { hash: _, ...link } = { ...row, partnershipId: OTHER_PARTNERSHIP, seq: 2, prev: row.hash };
    const mixed = parseExport(text + exportedRow({ ...link, hash: hashOf(link) }));
    await expect(verifyChain(mixed, key.publicKey)).resolves.toMatchObject({
      entries: 1,
      break: { seq: 2, fault: 'ORDER' },
    });
  });

  test('is proven up to the last signed head that came with it, and no further', async () => {
    const { key, row, text } = await anExport();
    const { hash: _, ...link } = { ...row, seq: 2, prev: row.hash };
    const more = await verifyChain(parseExport(text + exportedRow({ ...link, hash: hashOf(link) })), key.publicKey);
    expect(more).toMatchObject({ entries: 2, signedUpTo: 1, break: undefined });
    expect(describeReport(DEMO_PARTNERSHIP, more)).toMatch(/intact: 2 entries.*signed up to 1 .*not proven/);
    const bare = await verifyChain(parseExport(exportedRow(row)), key.publicKey);
    expect(bare).toMatchObject({ entries: 1, signedUpTo: 0, break: undefined });
    expect(describeReport(DEMO_PARTNERSHIP, bare)).toMatch(/UNPROVEN: 1 entries fit together/);
  });

  test('that is empty is none', () => {
    expect(() => parseExport('')).toThrow('it proves nothing');
    expect(() => parseExport('\n')).toThrow('it proves nothing');
  });

  test('with a line that is none of ours is not read', async () => {
    const { text } = await anExport();
    expect(() => parseExport(`${text}{"seq":2}\n`)).toThrow('Line 3');
    expect(() => parseExport('words')).toThrow('Line 1');
  });
});
