import {
  Address,
  BirthDate,
  ConsentHow,
  ConsentKind,
  ConsentState,
  ContactSource,
  NotSoughtGround,
  PersonRelation,
  StatedConsent,
  YesNoNotKnown,
} from '@mash/contracts';
import { KeyLease } from '@mash/sealing';
import { z } from 'zod';

const Words = z.string().max(20_000);

/** A child or an adult as far as the referrer has got. A blank is absent; what they say they do not know is named in `notKnown`. */
export const DraftPerson = z.object({
  mentionId: z.uuid(),
  kind: z.enum(['child', 'unborn', 'adult']),
  forenames: z.string().optional(),
  surname: z.string().optional(),
  aliases: z.string().optional(),
  birthDate: BirthDate.optional(),
  expectedDate: z.iso.date().optional(),
  sex: z.enum(['F', 'M', 'U']).optional(),
  ethnicity: z.string().optional(),
  disability: z.array(z.string()).optional(),
  language: z.string().optional(),
  interpreter: YesNoNotKnown.optional(),
  address: Address.optional(),
  addressProtected: z.boolean().optional(),
  schoolProtected: z.boolean().optional(),
  surgeryProtected: z.boolean().optional(),
  school: z.string().optional(),
  gp: z.string().optional(),
  nhsNumber: z.string().optional(),
  upn: z.string().optional(),
  telephone: z.string().optional(),
  relation: PersonRelation,
  relationship: z.string().optional(),
  parentalResponsibility: YesNoNotKnown.optional(),
  parentalResponsibilityKnownHow: z.string().optional(),
  livesInHousehold: YesNoNotKnown.optional(),
  whoSaysSo: z.string().optional(),
  notKnown: z.array(z.string()),
});
export type DraftPerson = z.infer<typeof DraftPerson>;

/** What the referrer says one person has said to one of the three consents. */
export const DraftConsent = z.object({
  mentionId: z.uuid(),
  kind: ConsentKind,
  state: ConsentState.optional(),
  ground: NotSoughtGround.optional(),
  /** Who answered: somebody of the draft, or what somebody is who is not in it. */
  givenByMentionId: z.uuid().optional(),
  givenBy: StatedConsent.shape.givenBy.optional(),
  how: ConsentHow.optional(),
  told: Words.optional(),
  saidOn: z.iso.date().optional(),
  /** Of the statement that this becomes: what was told is sealed for it. */
  statementId: z.uuid().optional(),
});
export type DraftConsent = z.infer<typeof DraftConsent>;

/** A whole unfinished concern. It exists sealed, or in memory while one request is answered. */
export const ContactDraft = z.object({
  /** The leased key that draft and concern are sealed to: public, so it may lie in the draft itself. */
  lease: KeyLease,
  linkedReference: z.string().optional(),
  linkedContactId: z.uuid().optional(),
  danger: YesNoNotKnown.optional(),
  you: z
    .object({
      source: ContactSource.optional(),
      telephone: z.string().optional(),
      knowsFamilyHow: z.string().optional(),
      reply: z.enum(['email', 'telephone', 'none']).optional(),
    })
    .default({}),
  concern: z
    .object({
      narrative: Words.optional(),
      /** Asked on the urgent page. A place of its own: in the narrative it could not be left out for whoever may not read it. */
      whereIsTheChildNow: Words.optional(),
      seenMyself: Words.optional(),
      toldByOthers: Words.optional(),
      issues: z.array(z.string()).default([]),
    })
    .default({ issues: [] }),
  people: z.array(DraftPerson).max(40).default([]),
  householdNote: z.string().optional(),
  consents: z.array(DraftConsent).default([]),
  urgent: z.boolean().optional(),
  keepFromFamily: z
    .object({ answer: YesNoNotKnown.optional(), what: z.string().optional(), why: z.string().optional() })
    .default({}),
  /** When each page was kept last, by its step or by whom it is about; absent in a draft from before that was noted. */
  pagesKeptAt: z.record(z.string(), z.iso.datetime()).optional(),
});
export type ContactDraft = z.infer<typeof ContactDraft>;

export const newDraft = (lease: KeyLease): ContactDraft => ContactDraft.parse({ lease, pagesKeptAt: {} });

export const childrenOf = ({ people }: ContactDraft): DraftPerson[] => people.filter(({ kind }) => kind !== 'adult');
export const adultsOf = ({ people }: ContactDraft): DraftPerson[] => people.filter(({ kind }) => kind === 'adult');

/** The draft with one person added, or put in the place of the same one. */
export function withPerson(draft: ContactDraft, person: DraftPerson): ContactDraft {
  const isThere = draft.people.some(({ mentionId }) => mentionId === person.mentionId);
  const people = isThere
    ? draft.people.map((one) => (one.mentionId === person.mentionId ? person : one))
    : [...draft.people, person];
  return { ...draft, people };
}

/** The draft without a person, without anything that was said about that person's consent, and without them as whoever answered. */
export function withoutPerson(draft: ContactDraft, mentionId: string): ContactDraft {
  const others = <T extends { mentionId: string }>(all: readonly T[]): T[] =>
    all.filter((one) => one.mentionId !== mentionId);
  const consents = others(draft.consents).map(({ givenByMentionId, ...consent }) =>
    givenByMentionId === undefined || givenByMentionId === mentionId ? consent : { ...consent, givenByMentionId },
  );
  return { ...draft, people: others(draft.people), consents };
}
