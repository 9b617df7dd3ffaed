import type { LedgerEntry } from '@mash/contracts';
import { ledgerFile } from './ledger-file';

const entry = (recipientId: string): LedgerEntry => ({
  ...{ disclosureId: 'd', at: '2026-11-23T10:00:00.000Z', enquiryId: 'e', recipientId, recipientAgencyId: 'a' },
  ...{ audience: 'hub_analyst', mode: 'content', purpose: 'S47', outcome: 'PERMIT', visibility: 'shown' },
  ...{ rule: 'R-AGR-01', ruleSetVersion: '1', releaseId: 'r', lawfulBasis: ['UK GDPR 6(1)(e)', 'common law'] },
  reasons: [{ code: 'AGREED_DEFAULT', sentence: 'The default allows it.' }],
});
async function* inPieces(...pieces: LedgerEntry[][]) {
  for (const piece of pieces) yield await Promise.resolve(piece);
}
async function textLeavingOut(format: 'csv' | 'json', leavesOut: string, ...pieces: LedgerEntry[][]): Promise<string> {
  let text = '';
  for await (const part of ledgerFile(format, inPieces(...pieces), leavesOut)) text += part;
  return text;
}
async function textOf(format: 'csv' | 'json', ...pieces: LedgerEntry[][]): Promise<string> {
  let text = '';
  for await (const part of ledgerFile(format, inPieces(...pieces))) text += part;
  return text;
}

describe('A ledger as a file', () => {
  test('is one JSON document, however many pieces it came in', async () => {
    expect(JSON.parse(await textOf('json', [entry('1'), entry('2')], [entry('3')]))).toEqual({
      entries: [entry('1'), entry('2'), entry('3')],
    });
    expect(JSON.parse(await textOf('json'))).toEqual({ entries: [] });
  });

  test('is a table with its heads once, several values in one cell', async () => {
    const lines = (await textOf('csv', [entry('1')], [entry('2')])).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('AGREED_DEFAULT,UK GDPR 6(1)(e); common law');
  });

  test('has what each line was decided on, left out and asked to be done, as the JSON has it', async () => {
    const decidedOn = { threshold: 's47', consent: 'refused', versions: { roster: 3, newestConsent: 'c' } };
    const redactions = [{ code: 'THIRD_PARTY', sentence: 'Other people are left out.' }];
    const obligations = ['INFORM_PARENT', 'SHOW_CONDITION'].map((code) => ({ code, sentence: 'To be done.' }));
    const its = { ...entry('1'), decidedOn, redactions, obligations };
    expect(await textOf('csv', [its])).toContain(
      'threshold s47; consent refused; roster version 3; newestConsent version c,THIRD_PARTY,INFORM_PARENT; SHOW_CONDITION,',
    );
    expect(JSON.parse(await textOf('json', [its]))).toEqual({ entries: [its] });
  });

  test('says what it cannot have, in a field of the document and in the last row of the table', async () => {
    const leavesOut = 'Not here: this, and that.';
    for (const pieces of [[], [[entry('1')]]]) {
      const document = await textLeavingOut('json', leavesOut, ...pieces);
      expect(JSON.parse(document)).toEqual({ entries: pieces.flat(), leavesOut });
      const rows = (await textLeavingOut('csv', leavesOut, ...pieces)).trimEnd().split('\n');
      expect(rows.at(-1)).toMatch(/^"Not here: this, and that\."(,)+$/);
      expect(rows).toHaveLength(2 + pieces.length);
    }
  });

  test('says of a line whose sealed part does not open that it is reported', async () => {
    const [, forged, good] = (await textOf('csv', [{ ...entry('1'), doesNotOpen: true }, entry('2')])).split('\n');
    expect([forged, good].map((line) => line?.includes('does not open: reported'))).toEqual([true, false]);
  });

  test('says of what was put into a handover that it has not gone', async () => {
    const [, put, gone] = (await textOf('csv', [{ ...entry('1'), notGone: true }, entry('2')])).split('\n');
    expect([put, gone].map((line) => line?.includes('has not gone: shown to nobody'))).toEqual([true, false]);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)'])('lets no spreadsheet take %s for a formula', async (hostile) => {
    expect(await textOf('csv', [entry(hostile)])).toContain(`'${hostile}`);
  });
});
