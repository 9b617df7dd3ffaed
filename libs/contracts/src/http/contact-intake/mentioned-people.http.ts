import { z } from 'zod';
import {
  ConsentGiver,
  ConsentHow,
  ConsentKind,
  ConsentState,
  NotSoughtGround,
  PersonKind,
  PersonRelation,
} from '../../core/codes';
import { Sealed } from '../sealed';
import { typedText } from './typed-text';

export const YesNoNotKnown = z.enum(['yes', 'no', 'not_known']);
export type YesNoNotKnown = z.infer<typeof YesNoNotKnown>;

/** A place that must be kept secret from somebody. One of them hides the others, everywhere (rule book R-SAFE-01). */
export const ProtectedPlace = z.enum(['address', 'school', 'surgery']);
export type ProtectedPlace = z.infer<typeof ProtectedPlace>;

/** An address in plain, under access rules. A protected one is never here: it is sealed with the concern. */
export const Address = z.strictObject({ lines: typedText(300).optional(), postcode: typedText(10).optional() });

/** A birth date as known: whole, or in part (`1-January` is suspicious and said to be), or about. */
export const BirthDate = z.strictObject({
  year: z.number().int().min(1900).max(2100).optional(),
  month: z.number().int().min(1).max(12).optional(),
  day: z.number().int().min(1).max(31).optional(),
  approximate: z.boolean().optional(),
});
export type BirthDate = z.infer<typeof BirthDate>;

/** One person as the referrer mentioned them. A blank is stated in `notKnown`, never left silent. */
export const MentionedPerson = z.strictObject({
  mentionId: z.uuid(),
  kind: PersonKind,
  forenames: typedText(100).optional(),
  surname: typedText(100).optional(),
  aliases: z.array(typedText(100)).max(10).optional(),
  birthDate: BirthDate.optional(),
  expectedDate: z.iso.date().optional().describe('Unborn: when the baby is expected'),
  sex: z.enum(['F', 'M', 'U']).optional(),
  ethnicity: z.string().max(4).optional().describe('DfE code list'),
  disability: z.array(z.string().max(4)).max(13).optional().describe('CIN census codes'),
  language: typedText(60).optional(),
  interpreter: YesNoNotKnown.optional(),
  address: Address.optional(),
  addressProtected: z
    .boolean()
    .optional()
    .describe('Where they live must be kept secret: it is sealed with the concern, and school and surgery with it'),
  school: typedText(120).optional(),
  schoolProtected: z
    .boolean()
    .optional()
    .describe('The school would tell where they are: it is sealed with the concern'),
  gp: typedText(120).optional(),
  surgeryProtected: z
    .boolean()
    .optional()
    .describe('The surgery would tell where they are: it is sealed with the concern'),
  nhsNumber: typedText(12).optional(),
  upn: typedText(13).optional(),
  telephone: typedText(30).optional(),
  relation: PersonRelation,
  relationship: typedText(60).optional().describe('To the child: mother, step-father, grandmother ...'),
  parentalResponsibility: YesNoNotKnown.optional(),
  parentalResponsibilityKnownHow: typedText(200).optional(),
  livesInHousehold: YesNoNotKnown.optional(),
  whoSaysSo: typedText(120).optional(),
  notKnown: z.array(z.string().max(40)).max(30).optional().describe('Fields the referrer says they do not know'),
});
export type MentionedPerson = z.infer<typeof MentionedPerson>;

export const StatedConsent = z.strictObject({
  mentionId: z.uuid(),
  kind: ConsentKind,
  state: ConsentState,
  ground: NotSoughtGround.optional(),
  givenBy: ConsentGiver,
  how: ConsentHow.optional(),
  givenByMentionId: z.uuid().optional().describe('The person who spoke, where they are mentioned'),
  statedOn: z.iso.date().optional().describe('The day on which it was said; left out, the day of the contact'),
  statementId: z
    .uuid()
    .optional()
    .describe('Minted by whoever seals words with it, which name it; otherwise minted here'),
  sealedWords: Sealed.optional().describe(
    'What the person was told before they answered (`ConsentWords`): typ `consent`, noteId = statementId, to the key of the concern',
  ),
});
export type StatedConsent = z.infer<typeof StatedConsent>;
