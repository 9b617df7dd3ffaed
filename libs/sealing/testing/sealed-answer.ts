import { newId, OTHER_PARTNERSHIP, DEMO_PARTNERSHIP } from '@mash/contracts';
import { CompactEncrypt } from 'jose';
import {
  generateSealingKey,
  generateSigningKey,
  sealEnvelope,
  type AnswerContent,
  type AnswerItemFacts,
  type EnvelopeIdsOf,
  type RegisteredSigner,
  type SealingPrivateKey,
  type SealingPublicKey,
  type SigningPrivateKey,
  type SigningPublicKey,
  type ToOpen,
} from '../src';
import { pad } from '../src/envelope/padding';

/** Keys of a small world: one enquiry, the console that seals for people, and an agency's own system. */
export interface SealingWorld {
  readonly enquiry: { publicKey: SealingPublicKey; privateKey: SealingPrivateKey };
  readonly console: { publicKey: SigningPublicKey; privateKey: SigningPrivateKey };
  readonly police: { publicKey: SigningPublicKey; privateKey: SigningPrivateKey };
  readonly register: (kid: string) => RegisteredSigner | undefined;
}

export async function aSealingWorld(): Promise<SealingWorld> {
  const [enquiry, consoleKey, police] = [
    await generateSealingKey(),
    await generateSigningKey(),
    await generateSigningKey(),
  ];
  const signers: RegisteredSigner[] = [
    { publicKey: consoleKey.publicKey, speaksFor: 'people' },
    {
      publicKey: police.publicKey,
      speaksFor: 'system',
      systemId: 'riverside-police-records',
      maySeal: ['answer'],
      agencyId: 'riverside-police',
      partnershipId: DEMO_PARTNERSHIP,
    },
  ];
  const register = (kid: string) => signers.find((signer) => signer.publicKey.kid === kid);
  return { enquiry, console: consoleKey, police, register };
}

export const typist = { kind: 'person', id: newId() } as const;
export const policeSystem = { kind: 'system', id: 'riverside-police-records' } as const;
export const sealedAt = new Date('2026-11-02T09:30:00Z');
export const otherPartnership = OTHER_PARTNERSHIP;

export const answerIds = (changes: Partial<EnvelopeIdsOf<'answer'>> = {}): EnvelopeIdsOf<'answer'> => ({
  typ: 'answer',
  partnershipId: DEMO_PARTNERSHIP,
  enquiryId: '01980000-0000-7000-8000-00000000000e',
  requestId: '01980000-0000-7000-8000-00000000000f',
  answerId: '01980000-0000-7000-8000-00000000000a',
  agencyId: 'riverside-police',
  personId: '01980000-0000-7000-8000-00000000000b',
  version: 1,
  ...changes,
});

const itemId = '01980000-0000-7000-8000-00000000000c';

export const itemFacts = (changes: Partial<AnswerItemFacts> = {}): AnswerItemFacts => ({
  itemId,
  category: 'police-incidents',
  class: 'criminal',
  confidential: true,
  handling: 'P',
  flags: [],
  subjects: [answerIds().personId],
  thirds: 'none',
  redaction: 'whole',
  dates: { from: '2026-03-01' },
  relevance: 'relevant',
  width: 'named',
  bar: 'none',
  sign: 'none',
  ...changes,
});

export const answerContent = (
  changes: Partial<AnswerContent> = {},
  text = 'Called to the address, door damaged.',
): AnswerContent => ({
  coverage: {
    state: 'known_current',
    systems: [{ name: 'Records management system' }],
    identifiersUsed: ['name', 'date_of_birth'],
  },
  items: [
    { itemId, category: 'police-incidents', when: { date: '2026-03-01' }, kind: 'fact', text, source: 'Incident log' },
  ],
  ...changes,
});

export const answerFacts = (changes: Partial<AnswerItemFacts> = {}) => ({
  identity: 'confirmed' as const,
  items: [itemFacts(changes)],
});

/** An answer as the console seals it. */
export const sealAnswer = (
  world: SealingWorld,
  changes: Partial<Parameters<typeof sealEnvelope<'answer'>>[0]> = {},
): Promise<string> =>
  sealEnvelope<'answer'>({
    header: answerIds(),
    facts: answerFacts(),
    content: answerContent(),
    publicKey: world.enquiry.publicKey,
    sealer: { key: world.console.privateKey, sealedBy: typist },
    sealedAt,
    ...changes,
  });

export const toOpen = (world: SealingWorld, changes: Partial<ToOpen<'answer'>> = {}): ToOpen<'answer'> => ({
  privateKey: world.enquiry.privateKey,
  expected: answerIds(),
  verifierFor: world.register,
  ...changes,
});

/** What someone who has read the inside could do: encrypt it again under a header of their own. */
export const encryptAnew = (jws: string, header: object, publicKey: SealingPublicKey): Promise<string> =>
  new CompactEncrypt(pad(jws)).setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', ...header }).encrypt(publicKey);
