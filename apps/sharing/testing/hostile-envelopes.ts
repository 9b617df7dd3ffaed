import { DEMO_AGENCIES, newId, type EnvelopeToOpen } from '@mash/contracts';
import {
  generateSealingKey,
  generateSigningKey,
  LONGEST_ENVELOPE,
  signStatement,
  SIZE_CLASSES,
  type Sealer,
} from '@mash/sealing';
import { people } from '@mash/testing';
import { compactDecrypt, CompactEncrypt, decodeJwt } from 'jose';
import { KeyStore } from '../src/keys/key-store';
import { aRegisteredSystem } from './a-system';
import { AnEnquiry } from './an-enquiry';
import type { Sharing } from './start-sharing';

/** An answer of the police about the child, or what somebody made of it. */
export type AnswerOf = Awaited<ReturnType<AnEnquiry['answer']>>;
export const KNOWN = [{ text: 'Known to us since the spring of that year.' }];

interface World {
  readonly sharing: Sharing;
  readonly enquiry: AnEnquiry;
}
type Make = (world: World) => Promise<AnswerOf>;

const changed = (answer: AnswerOf, row: Partial<EnvelopeToOpen>): AnswerOf => ({
  ...answer,
  row: { ...answer.row, ...row },
  ids: { ...answer.ids, ...(row as Partial<AnswerOf['ids']>) },
});
const withSealed = (answer: AnswerOf, sealed: Partial<EnvelopeToOpen['sealed']>): AnswerOf =>
  changed(answer, { sealed: { ...answer.row.sealed, ...sealed } });

const signedBy = ({ enquiry }: World, sealer: Sealer): Promise<AnswerOf> =>
  enquiry.answer(KNOWN, DEMO_AGENCIES.police, sealer);
const aPerson = { kind: 'person', id: people.policeLiaison.id } as const;

/** What somebody can do who has opened an envelope: encrypt what was signed again, under a header or with an inside of their own. */
export async function encryptedAnew(
  { sharing, enquiry }: World,
  sealed: EnvelopeToOpen['sealed'],
  header: Record<string, unknown>,
  inside: (signed: string) => Promise<string> = (signed) => Promise.resolve(signed),
): Promise<string> {
  const { partnershipId } = people.analyst;
  const { enquiryId, publicKey } = enquiry;
  const key = await sharing.app.get(KeyStore).privateKeyFor(sealed.kid, { partnershipId, enquiryId });
  const { plaintext, protectedHeader } = await compactDecrypt(sealed.envelope, key);
  const { epk: _of, ...ids } = protectedHeader as Record<string, unknown>;
  const anew = await inside(Buffer.from(plaintext).toString('ascii').trimEnd());
  return new CompactEncrypt(Buffer.from(anew.padEnd(SIZE_CLASSES[0]), 'ascii'))
    .setProtectedHeader({ ...ids, ...header } as { alg: string; enc: string })
    .encrypt(publicKey);
}

const headerOf = (envelope: string): object =>
  JSON.parse(Buffer.from(envelope.split('.')[0] ?? '', 'base64url').toString()) as object;
const edited = (envelope: string, changes: object): string => {
  const header = Buffer.from(JSON.stringify({ ...headerOf(envelope), ...changes })).toString('base64url');
  return [header, ...envelope.split('.').slice(1)].join('.');
};

/** Every way in which an answer's envelope can be wrong, with the code of its refusal. */
export const HOSTILE: readonly (readonly [what: string, code: string, make: Make])[] = [
  [
    'copied from another enquiry',
    'SEAL.WRONG_KEY',
    async ({ sharing, enquiry }) => {
      const theirs = await (await AnEnquiry.begin(sharing)).answer(KNOWN);
      return withSealed(await enquiry.answer(KNOWN), theirs.row.sealed);
    },
  ],
  [
    'copied from another answer of the same agency about the same person',
    'SEAL.HEADER_MISMATCH',
    async ({ enquiry }) => withSealed(await enquiry.answer(KNOWN), (await enquiry.answer(KNOWN)).row.sealed),
  ],
  [
    'put in the row of another person',
    'SEAL.HEADER_MISMATCH',
    async ({ enquiry }) => changed(await enquiry.answer(KNOWN), { personId: newId() }),
  ],
  [
    'put in the row of another agency',
    'SEAL.HEADER_MISMATCH',
    async ({ enquiry }) => changed(await enquiry.answer(KNOWN), { agencyId: DEMO_AGENCIES.health }),
  ],
  [
    'with its header edited, and its row alike',
    'SEAL.WRONG_KEY',
    async ({ enquiry }) => {
      const answer = await enquiry.answer(KNOWN);
      const agencyId = DEMO_AGENCIES.health;
      const sealed = { ...answer.row.sealed, envelope: edited(answer.row.sealed.envelope, { agencyId }) };
      return changed(answer, { agencyId, sealed });
    },
  ],
  [
    'encrypted again by somebody who could open it, under another person',
    'SEAL.CLAIM_MISMATCH',
    async (world) => {
      const answer = await world.enquiry.answer(KNOWN);
      const personId = newId();
      const envelope = await encryptedAnew(world, answer.row.sealed, { personId });
      return changed(answer, { personId, sealed: { ...answer.row.sealed, envelope } });
    },
  ],
  [
    'of another kind than its row',
    'SEAL.HEADER_MISMATCH',
    async ({ enquiry }) => {
      const { enquiryId } = enquiry;
      const [noteId, authorId] = [newId(), people.analyst.id];
      const header = {
        typ: 'note',
        partnershipId: people.analyst.partnershipId,
        version: 1,
        enquiryId,
        noteId,
        authorId,
      };
      const sealed = await enquiry.seal<'note'>(header as never, { content: { words: 'A note' }, by: authorId });
      return withSealed(await enquiry.answer(KNOWN), sealed);
    },
  ],
  [
    'of a category that nobody knows, signed so by the agency’s own system',
    'SEAL.CONTENT_INVALID',
    async (world) => {
      const { sealer } = await aRegisteredSystem(world.sharing, { clientId: 'police-of-its-own-words' });
      const answer = await signedBy(world, sealer);
      // Our own sealer would refuse it: in the facts and in the content alike, so that the two agree.
      const envelope = await encryptedAnew(world, answer.row.sealed, {}, (signed) => {
        const says = JSON.stringify(decodeJwt(signed)).replaceAll('"police-incidents"', '"neighbourhood-gossip"');
        return signStatement('mash-envelope', JSON.parse(says), sealer.key);
      });
      return withSealed(answer, { envelope });
    },
  ],
  [
    'signed by a key that was revoked',
    'SEAL.SIGNER_REVOKED',
    async (world) => {
      const { sealer } = await aRegisteredSystem(world.sharing, { clientId: 'police-revoked' });
      const answer = await signedBy(world, sealer);
      const path = `/system-keys/${sealer.key.kid}/revoke`;
      await world.sharing.as(people.admin)('post', path, { reason: 'compromised' });
      return answer;
    },
  ],
  [
    'signed by a key that nobody registered',
    'SEAL.UNKNOWN_SIGNER',
    async (world) => {
      const { privateKey: key } = await generateSigningKey();
      return signedBy(world, { key, sealedBy: { kind: 'system', id: 'riverside-police-records' } });
    },
  ],
  [
    'signed by a stranger under the name of the console’s key',
    'SEAL.BAD_SIGNATURE',
    async (world) => {
      const { privateKey } = await generateSigningKey();
      return signedBy(world, { key: { ...privateKey, kid: world.sharing.consoleKey.kid }, sealedBy: aPerson });
    },
  ],
  [
    'signed by the system of another agency',
    'SEAL.SIGNER_NOT_ENTITLED',
    async (world) => {
      const its = { clientId: 'trust-hostile', agencyId: DEMO_AGENCIES.health };
      return signedBy(world, (await aRegisteredSystem(world.sharing, its)).sealer);
    },
  ],
  [
    'signed by an agency’s system in the name of a person',
    'SEAL.SIGNER_NOT_ENTITLED',
    async (world) => {
      const { key } = await aRegisteredSystem(world.sharing, { clientId: 'police-posing' });
      return signedBy(world, { key, sealedBy: aPerson });
    },
  ],
  [
    'signed by the console in the name of a system',
    'SEAL.SIGNER_NOT_ENTITLED',
    (world) =>
      signedBy(world, {
        key: world.sharing.consoleKey,
        sealedBy: { kind: 'system', id: 'riverside-police-records' },
      }),
  ],
  [
    'sealed to a key that `sharing` never made',
    'SEAL.WRONG_KEY',
    async ({ enquiry }) => {
      const { publicKey } = await generateSealingKey();
      return enquiry.answer(KNOWN, DEMO_AGENCIES.police, undefined, publicKey);
    },
  ],
  [
    'that is no envelope at all',
    'SEAL.MALFORMED',
    async ({ enquiry }) => withSealed(await enquiry.answer(KNOWN), { envelope: 'aaaaaaaaaa.a.aaaaaaaaaa.aaaa.aaaa' }),
  ],
  [
    'that is longer than any envelope of ours',
    'SEAL.MALFORMED',
    async ({ enquiry }) => {
      const answer = await enquiry.answer(KNOWN);
      const [header, cek, iv, , tag] = answer.row.sealed.envelope.split('.');
      return withSealed(answer, { envelope: [header, cek, iv, 'a'.repeat(LONGEST_ENVELOPE), tag].join('.') });
    },
  ],
  [
    'cut off at its end',
    'SEAL.WRONG_KEY',
    async ({ enquiry }) => {
      const answer = await enquiry.answer(KNOWN);
      const [header, cek, iv, text = '', tag] = answer.row.sealed.envelope.split('.');
      return withSealed(answer, { envelope: [header, cek, iv, text.slice(0, -8), tag].join('.') });
    },
  ],
];
