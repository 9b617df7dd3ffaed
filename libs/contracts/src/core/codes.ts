import { z } from 'zod';

/** Ratings. Colour is urgency; it implies no threshold (docs/domain/glossary.md). `blue` only where the partnership uses it. */
export const Colour = z.enum(['red', 'amber', 'green', 'blue']);
export type Colour = z.infer<typeof Colour>;

/** What a qualified person has judged so far in law. Never derived from the colour. */
export const ThresholdLevel = z.enum(['none', 'early_help', 's17', 's47']);
export type ThresholdLevel = z.infer<typeof ThresholdLevel>;

/** Kinds of agency, as the sharing rules read them (rule book section 1, `from`/`to`). */
export const AgencyKind = z.enum([
  'council',
  'council_other',
  'council_abroad',
  'police',
  'health',
  'education',
  'childcare',
  'housing',
  'probation',
  'youth_justice',
  'provider',
  'voluntary',
  'private',
  'outside',
]);
export type AgencyKind = z.infer<typeof AgencyKind>;

/** Purposes of asking or telling (rule book section 1). */
export const Purpose = z.enum([
  'SCREEN',
  'EH',
  'S17',
  'S47',
  'STRATEGY',
  'DA',
  'MISSING',
  'ENCOMPASS',
  'INFORM',
  'FEEDBACK',
  'SAR',
  'ADULT_RISK',
  'EVIDENCE',
  'IMMIGRATION',
  'LITIGATION',
  'PUBLICITY',
]);
export type Purpose = z.infer<typeof Purpose>;

/**
 * Categories of information that can be asked for and answered with, each with its data class
 * (UK GDPR: ordinary personal, article 9 special, article 10 criminal offence data).
 */
export const CATEGORIES = {
  'contact-narrative': { label: 'The concern as it came in', dataClass: 'personal' },
  'police-incidents': { label: 'Incidents and call-outs', dataClass: 'criminal' },
  'police-convictions': { label: 'Convictions and cautions', dataClass: 'criminal' },
  'police-intelligence': { label: 'Police intelligence', dataClass: 'criminal' },
  'domestic-abuse': { label: 'Domestic abuse history', dataClass: 'criminal' },
  'protective-orders': { label: 'Protective orders and bail', dataClass: 'criminal' },
  'missing-episodes': { label: 'Missing episodes', dataClass: 'personal' },
  'health-registration': { label: 'GP and health registration', dataClass: 'special' },
  'health-attendance': { label: 'Health attendance and missed appointments', dataClass: 'special' },
  'health-injuries': { label: 'Injuries and hospital visits', dataClass: 'special' },
  'health-development': { label: 'Development and health visiting', dataClass: 'special' },
  'parental-mental-health': { label: 'Adult mental health', dataClass: 'special' },
  'substance-misuse': { label: 'Drug and alcohol treatment', dataClass: 'special' },
  'sexual-health': { label: 'Sexual health', dataClass: 'special' },
  'education-enrolment': { label: 'School or college', dataClass: 'personal' },
  'education-attendance': { label: 'Attendance and exclusions', dataClass: 'personal' },
  'education-send': { label: 'Special educational needs', dataClass: 'special' },
  'education-safeguarding': { label: 'School safeguarding concerns', dataClass: 'personal' },
  'social-care-status': { label: 'Open case, plan or care status', dataClass: 'personal' },
  'social-care-history': { label: 'Past contacts, referrals, assessments', dataClass: 'personal' },
  'early-help-history': { label: 'Early help', dataClass: 'personal' },
  'housing-tenancy': { label: 'Tenancy and occupants', dataClass: 'personal' },
  'probation-supervision': { label: 'Supervision and risk of harm', dataClass: 'criminal' },
  'youth-justice': { label: 'Youth justice orders', dataClass: 'criminal' },
  'hub-summary': { label: "The hub's own summary", dataClass: 'personal' },
} as const satisfies Record<string, { label: string; dataClass: 'personal' | 'special' | 'criminal' }>;

export type Category = keyof typeof CATEGORIES;
export const Category = z.enum(Object.keys(CATEGORIES) as [Category, ...Category[]]);

/** What an agency's search came to. "Not known" without what was searched is not an answer (docs/domain/glossary.md). */
export const CoverageState = z.enum(['known_current', 'known_historic', 'not_known', 'part_searched', 'declined']);
export type CoverageState = z.infer<typeof CoverageState>;

/** The three separate consents, held per person (docs/domain/consent.md). */
export const ConsentKind = z.enum(['service', 'sharing', 'data_protection']);
export type ConsentKind = z.infer<typeof ConsentKind>;

export const ConsentState = z.enum(['given', 'refused', 'withdrawn', 'not_sought', 'unknown']);
export type ConsentState = z.infer<typeof ConsentState>;

/** How a statement about consent reached whoever wrote it down. `observed`: nobody said no, but somebody plainly would not. */
export const ConsentHow = z.enum(['face_to_face', 'telephone', 'written', 'online', 'observed', 'told_by_another']);
export type ConsentHow = z.infer<typeof ConsentHow>;

/** Who spoke, for the voice that is read (rule book section 1). */
export const ConsentGiver = z.enum(['self', 'parent_with_pr', 'parent_pr_unproven', 'other', 'not_applicable']);
export type ConsentGiver = z.infer<typeof ConsentGiver>;

/** Grounds for not seeking consent (rule book section 6). */
export const NotSoughtGround = z.enum([
  'NS_HARM',
  'NS_OTHER',
  'NS_CRIME',
  'NS_DELAY',
  'NS_CONTACT',
  'NS_CANNOT',
  'NS_TEXT',
]);
export type NotSoughtGround = z.infer<typeof NotSoughtGround>;

/** What kind of person a mention is, and how that person belongs to the worry. */
export const PersonKind = z.enum(['child', 'unborn', 'adult']);
export type PersonKind = z.infer<typeof PersonKind>;

export const AgeBand = z.enum(['unborn', '0-4', '5-10', '11-15', '16-17', '18-25', 'adult', 'not_known']);
export type AgeBand = z.infer<typeof AgeBand>;

/** Whether somebody acts for, or is kin, home or adviser of, an alleged perpetrator (rule book section 1, `side`). */
export const PersonSide = z.enum(['none', 'acts_for_ap', 'linked_ap']);
export type PersonSide = z.infer<typeof PersonSide>;

export const PersonRelation = z.enum(['concern', 'household', 'ap', 'involved', 'pr_uninvolved', 'third']);
export type PersonRelation = z.infer<typeof PersonRelation>;

/** Contact sources: the children in need census list. */
export const CONTACT_SOURCES = {
  '1A': 'Family member, relative or carer',
  '1B': 'Acquaintance',
  '1C': 'Self',
  '1D': 'Other individual',
  '2A': 'Schools',
  '2B': 'Education services',
  '3A': 'GP',
  '3B': 'Health visitor',
  '3C': 'School nurse',
  '3D': 'Other primary health',
  '3E': 'Accident and emergency',
  '3F': 'Other health',
  '4': 'Housing',
  '5A': 'Council social care',
  '5B': 'Council, other internal',
  '5C': 'Another council',
  '5D': 'Early help',
  '6': 'Police',
  '7': 'Other legal: courts, probation, prison',
  '8': 'Other, voluntary',
  '9': 'Anonymous',
  '10': 'Unknown',
} as const;
export type ContactSource = keyof typeof CONTACT_SOURCES;
export const ContactSource = z.enum(Object.keys(CONTACT_SOURCES) as [ContactSource, ...ContactSource[]]);

/** What sort of caller made the contact; decides what may be fed back and how. */
export const ReferrerKind = z.enum(['professional', 'public', 'family', 'child', 'anonymous']);
export type ReferrerKind = z.infer<typeof ReferrerKind>;

export const SharingMode = z.enum(['protect', 'ask', 'existence', 'content', 'onward']);
export type SharingMode = z.infer<typeof SharingMode>;

export const SharingOutcome = z.enum(['PERMIT', 'DENY', 'REVIEW']);
export type SharingOutcome = z.infer<typeof SharingOutcome>;

/** What a decision does with the contact, per child. */
export const OutcomeCode = z.enum([
  'social_care_assessment',
  'strategy_s47',
  'early_help',
  'other_service',
  'universal',
  'advice',
  'no_action_with_reason',
  'open_case_to_worker',
]);
export type OutcomeCode = z.infer<typeof OutcomeCode>;

export const RouteTeam = z.enum(['social-care', 'early-help', 'other-service', 'universal']);
export type RouteTeam = z.infer<typeof RouteTeam>;

/** A pack and the exact version that an enquiry is pinned to. */
export const PackRef = z.object({
  id: z.string().min(1).describe('The pack, such as `thurrock`'),
  version: z.string().min(1).describe('Its exact version'),
});
export type PackRef = z.infer<typeof PackRef>;
