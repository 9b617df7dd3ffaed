import type { PersonKind, PersonRelation } from '@mash/contracts';
import { loadCurrentPack } from '@mash/threshold-packs';
import type { Option } from '../../../forms/field-view';

const NOT_KNOWN: Option = { value: 'not_known', text: 'Not known' };

export const YES_NO_NOT_KNOWN = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  NOT_KNOWN,
] as const satisfies Option[];

/** DfE school census ethnicity codes, main and extended "any other" ones. */
export const ETHNICITIES: readonly Option[] = [
  { value: 'WBRI', text: 'White British' },
  { value: 'WIRI', text: 'White Irish' },
  { value: 'WIRT', text: 'Traveller of Irish heritage' },
  { value: 'WROM', text: 'Gypsy or Roma' },
  { value: 'WOTH', text: 'Any other White background' },
  { value: 'MWBC', text: 'White and Black Caribbean' },
  { value: 'MWBA', text: 'White and Black African' },
  { value: 'MWAS', text: 'White and Asian' },
  { value: 'MOTH', text: 'Any other mixed background' },
  { value: 'AIND', text: 'Indian' },
  { value: 'APKN', text: 'Pakistani' },
  { value: 'ABAN', text: 'Bangladeshi' },
  { value: 'AOTH', text: 'Any other Asian background' },
  { value: 'BCRB', text: 'Black Caribbean' },
  { value: 'BAFR', text: 'Black African' },
  { value: 'BOTH', text: 'Any other Black background' },
  { value: 'CHNE', text: 'Chinese' },
  { value: 'OOTH', text: 'Any other ethnic group' },
  { value: 'REFU', text: 'Did not want to say' },
  NOT_KNOWN,
];

/** Disability codes of the children in need census. */
export const DISABILITIES: readonly Option[] = [
  { value: 'NONE', text: 'No disability' },
  { value: 'MOB', text: 'Mobility' },
  { value: 'HAND', text: 'Hand function' },
  { value: 'PC', text: 'Personal care' },
  { value: 'INC', text: 'Incontinence' },
  { value: 'COMM', text: 'Communication' },
  { value: 'LD', text: 'Learning' },
  { value: 'HEAR', text: 'Hearing' },
  { value: 'VIS', text: 'Vision' },
  { value: 'BEH', text: 'Behaviour' },
  { value: 'CON', text: 'Consciousness' },
  { value: 'AUT', text: 'Autism' },
  { value: 'DDA', text: 'Other disability' },
  NOT_KNOWN,
];

export const SEXES = [
  { value: 'F', text: 'Female' },
  { value: 'M', text: 'Male' },
  { value: 'U', text: 'Neither, or not recorded' },
  NOT_KNOWN,
] as const satisfies Option[];

/**
 * What a referral is most often about, in the codes and words of the pack that the hub rates by; read beside the concern, never instead of it.
 * Codes of packs' issue lists are the same everywhere: a contact is taken before anybody knows which pack its enquiry will be pinned to.
 */
export const ISSUES: readonly Option[] = loadCurrentPack('thurrock').presentingIssues.map(({ code, label }) => ({
  value: code,
  text: label,
}));

/** What an adult is to this worry. */
export const ADULT_RELATIONS = [
  { value: 'household', text: 'Lives with or cares for the child' },
  { value: 'pr_uninvolved', text: 'Has parental responsibility but is not involved' },
  { value: 'ap', text: 'May have caused the harm' },
  { value: 'involved', text: 'Involved in another way' },
  { value: 'third', text: 'Mentioned only' },
] as const satisfies Option[];

const PARTS = {
  concern: { value: 'concern', text: 'The worry is about them' },
  ap: { value: 'ap', text: 'May have caused the harm; the worry is about them too' },
  household: { value: 'household', text: 'Lives with the child, and the worry is not about them' },
  third: { value: 'third', text: 'Mentioned only' },
} as const;

/** What somebody can be to this worry: of a child the first is read where nothing is chosen. */
export const RELATIONS: Readonly<Record<PersonKind, readonly (Option & { readonly value: PersonRelation })[]>> = {
  child: [
    ...[PARTS.concern, PARTS.ap, PARTS.household],
    { value: 'involved', text: 'Involved in another way' },
    { value: 'pr_uninvolved', text: 'A young parent who is not involved' },
    PARTS.third,
  ],
  unborn: [PARTS.concern, PARTS.household, PARTS.third],
  adult: ADULT_RELATIONS,
};

/** What part somebody plays, in words; nothing of whom the worry is about. */
export const partWords = ({ kind, relation }: { kind: PersonKind; relation: PersonRelation }): string | undefined =>
  relation === 'concern' ? undefined : wordsOf(RELATIONS[kind], relation);

/** Whether somebody acts for, or is linked to, whoever may have caused the harm: it decides what may be told to them. */
export const SIDES = [
  { value: 'none', text: 'Not linked to whoever may have caused the harm' },
  { value: 'linked_ap', text: 'Kin, home or close to whoever may have caused the harm' },
  { value: 'acts_for_ap', text: 'Speaks or acts for whoever may have caused the harm' },
] as const satisfies Option[];

export const CONSENT_KINDS = [
  { value: 'service', text: 'Accept help', hint: 'Would they take up support if it is offered?' },
  { value: 'sharing', text: 'Information being shared', hint: 'Do they agree that agencies share what they know?' },
  { value: 'data_protection', text: 'Data protection consent', hint: 'Usually not asked: the law gives another basis' },
] as const satisfies Option[];

export const CONSENT_STATES = [
  { value: 'given', text: 'Yes, agreed' },
  { value: 'refused', text: 'No, refused' },
  { value: 'withdrawn', text: 'Agreed, then withdrew' },
  { value: 'not_sought', text: 'Not asked' },
  { value: 'unknown', text: 'Not known' },
] as const satisfies Option[];

/** Why somebody was not asked (rule book section 6). */
export const NOT_SOUGHT_GROUNDS = [
  { value: 'NS_HARM', text: 'Asking would raise the risk of significant harm' },
  { value: 'NS_OTHER', text: 'Asking would put someone else at risk' },
  { value: 'NS_CRIME', text: 'Asking would obstruct a police investigation' },
  { value: 'NS_DELAY', text: 'The delay would cause harm' },
  { value: 'NS_CONTACT', text: 'Tried twice, by two means, without reaching them' },
  { value: 'NS_CANNOT', text: 'Nobody can speak for this person' },
  { value: 'NS_TEXT', text: 'Another reason, said in the concern' },
] as const satisfies Option[];

/** How somebody answered. */
export const CONSENT_HOWS = [
  { value: 'face_to_face', text: 'Spoken, face to face' },
  { value: 'telephone', text: 'By telephone' },
  { value: 'written', text: 'In writing' },
  { value: 'online', text: 'By e-mail or on a form' },
  { value: 'observed', text: 'Seen, not said: they plainly would not' },
  { value: 'told_by_another', text: 'Somebody else told us' },
] as const satisfies Option[];

export const REPLIES = [
  { value: 'email', text: 'By email', hint: 'A reference and a link only: no names' },
  { value: 'telephone', text: 'By telephone' },
  { value: 'none', text: 'I do not want to hear back' },
] as const satisfies Option[];

const VALUE_TEXT = (options: readonly Option[]): ReadonlyMap<string, string> =>
  new Map(options.map(({ value, text }) => [value, text]));

/** The words of a code; a code that is on no list is shown as it is. */
export const wordsOf = (options: readonly Option[], value: string | undefined): string | undefined =>
  value === undefined ? undefined : (VALUE_TEXT(options).get(value) ?? value);
