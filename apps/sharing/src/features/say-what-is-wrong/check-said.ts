import type { RecallAbout, SayWhatIsWrong } from '@mash/contracts';
import { conflict, fieldRefused } from '@mash/service-host';
import { hubOf } from '../../asking/line-matter';
import type { Saw } from '../../domain/recalls/who-saw';
import { isOfRecipient } from '../../domain/recalls/identity-of';
import { isWithinHub } from '../../domain/release/audiences';
import type { IdentityStatementRow } from '../../recalls/identity-statement.repository';
import type { RecallScope } from '../../recalls/recall-scopes';
import { lastSaidOf, type SaidBefore } from '../../recalls/said-before';
import type { Naming } from '../../register/named-to-reader';
import type { Admitted } from '../../releases/release-gate';

/** A request that was recalled may be about this person after all: a manager says so, and it is asked again by hand. */
const CANNOT_BE_SAID: Partial<Readonly<Record<RecallAbout['kind'], readonly SayWhatIsWrong['says'][]>>> = {
  product: ['doubted', 'confirmed', 'right_recipient'],
  notice: ['doubted', 'confirmed', 'right_recipient'],
  request: ['doubted'],
};

export const sameThing =
  ({ kind, id }: RecallAbout) =>
  ({ about }: Pick<IdentityStatementRow, 'about'>): boolean =>
    about.kind === kind && about.id === id;

/** That it went wrong to the very recipient of whom it is said now that it did not. */
export const isTakenBackBy =
  ({
    recipientAgencyId,
    recipientId = null,
  }: Pick<SayWhatIsWrong, 'recipientAgencyId'> & { recipientId?: string | null | undefined }) =>
  (one: IdentityStatementRow): boolean =>
    one.says === 'wrong_recipient' && one.recipientAgencyId === recipientAgencyId && one.recipientId === recipientId;

/**
 * What can be seen of a statement before anything is looked at.
 * @throws CodedError SHARING.RECIPIENT_NEEDED, SHARING.RECIPIENT_UNKNOWN, SHARING.RECIPIENT_IS_THE_HUB, SHARING.NOTHING_TO_DOUBT,
 *   SHARING.KNOWN_SINCE_IMPOSSIBLE (422)
 */
export function checkSaid(said: SayWhatIsWrong, { facts, enquiry }: Admitted, now: Date): void {
  const { says, about, recipientAgencyId, recipientId, knownSince } = said;
  if (isOfRecipient(said) !== (recipientAgencyId !== undefined))
    throw fieldRefused(
      'SHARING.RECIPIENT_NEEDED',
      'recipientAgencyId',
      'Say where it went, and only where that was wrong or right.',
    );
  if (recipientId !== undefined && recipientAgencyId === undefined)
    throw fieldRefused('SHARING.RECIPIENT_NEEDED', 'recipientAgencyId', 'Say which agency the person is of.');
  if (recipientAgencyId === hubOf(facts.bodies))
    throw fieldRefused('SHARING.RECIPIENT_IS_THE_HUB', 'recipientAgencyId', 'The hub itself is where answers go.');
  if (recipientAgencyId !== undefined && !facts.bodies.some(({ agencyId }) => agencyId === recipientAgencyId))
    throw fieldRefused('SHARING.RECIPIENT_UNKNOWN', 'recipientAgencyId', 'The register does not know this body.');
  if (CANNOT_BE_SAID[about.kind]?.includes(says) === true)
    throw fieldRefused(
      'SHARING.NOTHING_TO_DOUBT',
      'about',
      'Say it of an item or a person: what was sent is recalled, or it stands.',
    );
  if (knownSince === undefined) return;
  const at = Date.parse(knownSince);
  if (at > now.getTime() || at < enquiry.recordedAt.getTime())
    throw fieldRefused('SHARING.KNOWN_SINCE_IMPOSSIBLE', 'knownSince', 'It was known between the contact and now.');
}

/**
 * Whoever may not know which agency was asked does not find out by trying one after the other who "saw" the thing: every agency that it could be is
 * refused alike, whether it was asked or not (rule row R-EX-01).
 * @throws CodedError SHARING.RECIPIENT_NOT_SHOWN (422)
 */
export function refuseGuess(
  { recipientAgencyId, enquiryId }: SayWhatIsWrong,
  { facts }: Admitted,
  naming: Naming,
): void {
  const body = facts.bodies.find(({ agencyId }) => agencyId === recipientAgencyId);
  if (body === undefined || naming.mayBeGuessed(enquiryId, body)) return;
  throw fieldRefused(
    'SHARING.RECIPIENT_NOT_SHOWN',
    'recipientAgencyId',
    'Whether this agency was asked is not shown to you. Ask whoever sent the requests that are not named to you, or a manager who may know of them, to say this now.',
  );
}

const SENT_ELSEWHERE = {
  product:
    'It did not go to this agency. Choose the one that it went to, or say that it reached them outside this platform.',
  notice: 'It did not go to this agency. Choose the one that it went to.',
} as const;

/**
 * Another than it went to, picked by mistake, would read as told, and whoever did get it would not be. Nobody to whom it was merely shown finds out by
 * trying which other agencies had it. What left the platform on paper no ledger knows of: it is said so, and not of a notice, whose receipt would end.
 * @throws CodedError SHARING.RECIPIENT_NOT_THERE (422)
 */
export function checkWentThere(
  { says, recipientAgencyId, about, outsidePlatform }: SayWhatIsWrong,
  { wentTo, holderAgencyId }: Pick<RecallScope, 'wentTo' | 'holderAgencyId'>,
  { agencyId: ownAgencyId, audience }: { agencyId: string } & Pick<Admitted, 'audience'>,
): void {
  if (says !== 'wrong_recipient' || recipientAgencyId === undefined || wentTo === undefined) return;
  const isSent = about.kind === 'product' || about.kind === 'notice';
  if (about.kind !== 'notice' && outsidePlatform === true) return;
  const mayKnow =
    isSent || recipientAgencyId === ownAgencyId || holderAgencyId === ownAgencyId || isWithinHub(audience);
  if (mayKnow && wentTo.includes(recipientAgencyId)) return;
  throw fieldRefused(
    'SHARING.RECIPIENT_NOT_THERE',
    'recipientAgencyId',
    isSent
      ? SENT_ELSEWHERE[about.kind === 'product' ? 'product' : 'notice']
      : 'It is not shown to you that this agency had it. Choose the one that did, or say that it reached them outside this platform.',
  );
}

/**
 * One person is named from the ledger and from nowhere else: an account that never saw it has nothing to destroy, and an account that is
 * mistyped would leave the one who did see it untold.
 * @throws CodedError SHARING.RECIPIENT_SAW_NOTHING (422)
 */
export function checkSaw({ says, recipientId }: SayWhatIsWrong, saw: readonly Saw[]): void {
  if (says !== 'wrong_recipient' || recipientId === undefined || saw.length > 0) return;
  throw fieldRefused(
    'SHARING.RECIPIENT_SAW_NOTHING',
    'recipientId',
    'The ledger does not say that this person saw it.',
  );
}

/**
 * @param isUnsure the holder was not sure when they sealed it: that can be confirmed too, once
 * @throws CodedError SHARING.ALREADY_SAID, SHARING.NOTHING_TO_CONFIRM, SHARING.SAID_SINCE, SHARING.NOTHING_TO_TAKE_BACK (409)
 */
export function refuseUnfit(said: SayWhatIsWrong, before: SaidBefore, isUnsure: boolean): void {
  const { earlier, ofOthers, ofEarlier } = before;
  const { says, recipientAgencyId, recipientId } = said;
  const isSaid = (...all: IdentityStatementRow['says'][]) => earlier.some((one) => all.includes(one.says));
  const isMisdirected = earlier.some(
    (one) =>
      one.says === 'wrong_recipient' &&
      one.recipientAgencyId === recipientAgencyId &&
      (one.recipientId === null || one.recipientId === recipientId),
  );
  const alreadySaid =
    (says === 'wrong_recipient' && isMisdirected) ||
    (says === 'wrong_person' && isSaid('wrong_person')) ||
    (says === 'doubted' && isSaid('wrong_person', 'doubted'));
  if (alreadySaid) throw conflict('SHARING.ALREADY_SAID', 'This has been said already.');
  const isInDoubt =
    ofEarlier.length > 0 ||
    isSaid('wrong_person', 'doubted') ||
    ofOthers.some((one) => !isOfRecipient(one)) ||
    (isUnsure && !isSaid('confirmed'));
  if (says === 'confirmed' && !isInDoubt)
    throw conflict('SHARING.NOTHING_TO_CONFIRM', 'Nobody doubts whom this is about.');
  if (says === 'confirmed' && said.lastSaid !== undefined && said.lastSaid !== lastSaidOf(before))
    throw conflict('SHARING.SAID_SINCE', 'Something else was said of it since: read it before you confirm it.');
  if (says === 'right_recipient' && ![...earlier, ...ofOthers].some(isTakenBackBy(said)))
    throw conflict('SHARING.NOTHING_TO_TAKE_BACK', 'Nobody said of this that it went wrong to them.');
}
