import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId, type EnvelopeRefusals, type Sealed } from '@mash/contracts';
import { generateSealingKey, generateSigningKey, LONGEST_ENVELOPE, type EnvelopeIdsOf } from '@mash/sealing';
import { people } from '@mash/testing';
import { establish } from '../../testing/a-partnership';
import { aRegisteredSystem } from '../../testing/a-system';
import { AnEnquiry } from '../../testing/an-enquiry';
import { encryptedAnew } from '../../testing/hostile-envelopes';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const author = people.teacher;
const WORDS = 'Saffron heron by the weir.';
interface Draft {
  readonly draftId: string;
  readonly sealed: Sealed;
}

describe('A hostile draft', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    enquiry = await AnEnquiry.begin(sharing);
  });
  afterAll(() => sharing.close());

  const aDraft = async (its: Partial<Parameters<AnEnquiry['seal']>[1]> = {}): Promise<Draft> => {
    const draftId = newId();
    const { enquiryId } = enquiry;
    const ids = { partnershipId: DEMO_PARTNERSHIP, enquiryId, draftId, authorId: author.id };
    const header: EnvelopeIdsOf<'draft'> = { typ: 'draft', version: 1, ...ids };
    return {
      draftId,
      sealed: await enquiry.seal<'draft'>(header, { content: { words: WORDS }, by: author.id, ...its }),
    };
  };
  const withParts = ({ draftId, sealed }: Draft, change: (parts: string[]) => string[]): Draft => ({
    draftId,
    sealed: { ...sealed, envelope: change(sealed.envelope.split('.')).join('.') },
  });
  const edited = (part: string, changes: object): string => {
    const header = JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
    return Buffer.from(JSON.stringify({ ...header, ...changes })).toString('base64url');
  };
  const relabelled = async (changes: Record<string, unknown>): Promise<Draft> => {
    const { draftId, sealed } = await aDraft();
    const envelope = await encryptedAnew({ sharing, enquiry }, sealed, changes);
    return { draftId: (changes['draftId'] as string | undefined) ?? draftId, sealed: { ...sealed, envelope } };
  };
  const bySystem = async (its: { clientId: string }, isRevoked = false): Promise<Draft> => {
    const { key } = await aRegisteredSystem(sharing, { ...its, agencyId: DEMO_AGENCIES.school });
    const draft = await aDraft({ sealer: { key, sealedBy: { kind: 'person', id: author.id } } });
    if (isRevoked) await sharing.as(people.admin)('post', `/system-keys/${key.kid}/revoke`, { reason: 'compromised' });
    return draft;
  };
  const open = (draft: object) => sharing.as(author)('post', '/drafts/open', draft);
  const reportedOf = async (draftId: string) => {
    const { body } = await sharing.as(people.igOfficer)('get', '/envelope-refusals');
    return (body as EnvelopeRefusals).refusals
      .filter(({ envelopeId }) => envelopeId === draftId)
      .map(({ place, code }) => ({ place, code }));
  };
  const auditedOf = (draftId: string) =>
    sharing.query<{ outcome: string; code: string }>(
      `SELECT envelope -> 'data' ->> 'outcome' AS outcome, envelope -> 'data' ->> 'reasonCode' AS code
        FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'action' = 'draft.open' AND envelope -> 'data' -> 'subject' ->> 'id' = $1`,
      [draftId],
    );

  test('that is none opens: what the others are changed from', async () => {
    expect((await open(await aDraft())).body).toEqual({ content: { words: WORDS } });
  });

  test.each<[what: string, code: string, make: () => Promise<Draft>]>([
    ['copied from another draft', 'SEAL.HEADER_MISMATCH', async () => ({ ...(await aDraft()), draftId: newId() })],
    [
      'taken to another enquiry, its header edited',
      'SEAL.WRONG_KEY',
      async () =>
        withParts(await aDraft(), ([header = '', ...rest]) => [edited(header, { enquiryId: newId() }), ...rest]),
    ],
    [
      'with its id edited in the header and where it lies',
      'SEAL.WRONG_KEY',
      async () => {
        const draftId = newId();
        const changed = withParts(await aDraft(), ([header = '', ...rest]) => [edited(header, { draftId }), ...rest]);
        return { ...changed, draftId };
      },
    ],
    ['encrypted again by somebody who could open it', 'SEAL.CLAIM_MISMATCH', () => relabelled({ draftId: newId() })],
    [
      'signed in the name of somebody else',
      'SEAL.CLAIM_MISMATCH',
      () => aDraft({ sealer: { key: sharing.consoleKey, sealedBy: { kind: 'person', id: people.doctor.id } } }),
    ],
    [
      'signed by a key that nobody registered',
      'SEAL.UNKNOWN_SIGNER',
      async () => {
        const { privateKey: key } = await generateSigningKey();
        return aDraft({ sealer: { key, sealedBy: { kind: 'person', id: author.id } } });
      },
    ],
    [
      'signed by a stranger under the name of the console’s key',
      'SEAL.BAD_SIGNATURE',
      async () => {
        const { privateKey } = await generateSigningKey();
        const key = { ...privateKey, kid: sharing.consoleKey.kid };
        return aDraft({ sealer: { key, sealedBy: { kind: 'person', id: author.id } } });
      },
    ],
    ['signed by an agency’s system', 'SEAL.SIGNER_NOT_ENTITLED', () => bySystem({ clientId: 'school-drafting' })],
    ['signed by a revoked key', 'SEAL.SIGNER_NOT_ENTITLED', () => bySystem({ clientId: 'school-revoked' }, true)],
    [
      'signed by the console’s earlier key after it was exchanged',
      'SEAL.SIGNER_OUT_OF_TERM',
      () => aDraft({ sealer: { key: sharing.earlierConsoleKey, sealedBy: { kind: 'person', id: author.id } } }),
    ],
    [
      'sealed to a key that `sharing` never made',
      'SEAL.WRONG_KEY',
      async () => aDraft({ to: (await generateSealingKey()).publicKey }),
    ],
    [
      'sealed to the key of another enquiry',
      'SEAL.WRONG_KEY',
      async () => aDraft({ to: (await AnEnquiry.begin(sharing)).publicKey }),
    ],
    [
      'that is no envelope at all',
      'SEAL.MALFORMED',
      async () => withParts(await aDraft(), () => ['aaaaaaaaaa', 'a', 'aaaaaaaaaa', 'aaaa', 'aaaa']),
    ],
    [
      'that is longer than any envelope of ours',
      'SEAL.MALFORMED',
      async () =>
        withParts(await aDraft(), ([header = '', , iv = '', , tag = '']) => [
          header,
          '',
          iv,
          'a'.repeat(LONGEST_ENVELOPE),
          tag,
        ]),
    ],
    [
      'cut off at its end',
      'SEAL.WRONG_KEY',
      async () =>
        withParts(await aDraft(), ([header = '', , iv = '', text = '', tag = '']) => [
          header,
          '',
          iv,
          text.slice(0, -8),
          tag,
        ]),
    ],
  ])('%s is refused, audited once and reported, and shows nothing', async (_what, code, make) => {
    const draft = await make();
    const { status, body, text } = await open(draft);
    expect([status, body.code]).toEqual([422, code]);
    expect(text).not.toMatch(/Saffron|heron/);
    expect(await auditedOf(draft.draftId)).toEqual([{ outcome: 'refused', code }]);
    expect(await reportedOf(draft.draftId)).toEqual([{ place: 'draft', code }]);
  });
});
