import type { MakeOutwardProduct, ReferrerKind, SendFeedback } from '@mash/contracts';

export type Extent = SendFeedback['extent'];

/** What a referrer may be told at most, by who they are (rule book R-FB-01, R-FB-02). Less is always allowed; more never is. */
export interface FeedbackRule {
  readonly most: Extent;
  readonly because: string;
}

const RULES: Readonly<Record<ReferrerKind, FeedbackRule>> = {
  professional: {
    most: 'full',
    because: 'A professional is told the outcome, their part in it and how to disagree.',
  },
  public: { most: 'receipt_only', because: 'A member of the public is told that it was looked at, and no more.' },
  family: { most: 'receipt_only', because: 'A relative is told that it was looked at, and no more.' },
  child: { most: 'receipt_only', because: 'A child is told that it was looked at; anything more is said by a worker.' },
  anonymous: { most: 'withheld', because: 'Nobody knows who raised it, so nobody can be told.' },
};

export const feedbackRule = (kind: ReferrerKind): FeedbackRule => RULES[kind];

const FROM_MOST: readonly Extent[] = ['full', 'limited', 'receipt_only', 'withheld'];

/** Where a receipt is the most, the pack's own words go and no others (rule row R-FB-01b): sharing refuses any change of them. */
export const isInPacksWords = ({ most }: FeedbackRule): boolean => most === 'receipt_only';

/** What may be chosen under a rule: that much, or less. */
export const extentsUnder = ({ most }: FeedbackRule): Extent[] => FROM_MOST.slice(FROM_MOST.indexOf(most));

const AUDIENCES: Readonly<Record<ReferrerKind, MakeOutwardProduct['audience']>> = {
  professional: 'referrer_pro',
  public: 'referrer_public',
  family: 'referrer_public',
  child: 'referrer_public',
  anonymous: 'referrer_anon',
};

export const audienceOfReferrer = (kind: ReferrerKind): MakeOutwardProduct['audience'] => AUDIENCES[kind];
