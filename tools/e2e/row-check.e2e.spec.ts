import { NewestRowCheck } from '@mash/contracts';
import { DecidedStory } from './support/decided-story';
import { aFamily } from './support/family';
import { read } from './support/http';
import { checkRows, writeAsOwner } from './support/row-checking';

const story = new DecidedStory({ family: aFamily({ surname: 'Hexworthy' }) });

describe('The rows of consents, agreements, decisions and the ledger', () => {
  beforeAll(() => Promise.all([story.taken(), story.told()]));

  test('are as the application wrote them, after a whole enquiry, and information governance sees when that was shown', async () => {
    const { code, said } = await checkRows();
    expect({ code, said }).toMatchObject({
      code: 0,
      said: expect.stringMatching(/\d{2,} rows are as the application/) as string,
    });
    const { check, lastWholeAt } = await read('governance', 'sharing', '/row-checks/newest', NewestRowCheck);
    expect(check).toMatchObject({ state: 'whole', findings: [] });
    expect(lastWholeAt).toBeDefined();
  });

  test('are named one by one where somebody changed them behind the application', async () => {
    const enquiryId = await story.enquiryId();
    const [line] = await writeAsOwner<{ id: string; was: string }>(
      'SELECT disclosure_id AS id, recipient_id AS was FROM disclosure WHERE enquiry_id = $1 LIMIT 1',
      [enquiryId],
    );
    const change = (to: string | undefined) =>
      writeAsOwner('UPDATE disclosure SET recipient_id = $2 WHERE disclosure_id = $1', [line?.id, to]);
    await change('somebody-else');
    try {
      const { code, said } = await checkRows();
      expect({ code, said }).toMatchObject({
        code: 1,
        said: expect.stringContaining(`EDITED disclosure ${line?.id}`) as string,
      });
      expect(said).not.toContain('somebody-else');
      const { check } = await read('auditor', 'sharing', '/row-checks/newest', NewestRowCheck);
      expect(check).toMatchObject({
        state: 'differs',
        findings: [{ table: 'disclosure', key: line?.id, kind: 'edited' }],
      });
    } finally {
      await change(line?.was);
    }
    expect((await checkRows()).code).toBe(0);
  });
});
