import type { Category } from '@mash/contracts';
import { documentFactsOf, ownRecordFacts, subjectOfConcern } from '../domain/release/document-facts-of';
import { personOnRoster } from '../domain/compose-question';
import { everyProtectedPlace, hidesOwnPlace, protectedPlacesAbout } from '../domain/protected-places';
import { withoutPlaces } from '../domain/release/without-places';
import { leavesAllOut, leavesPlacesOut } from '../domain/release/redact-item';
import { requestWithoutPlaces } from '../domain/release/request-without-places';
import { wordsIn } from '../domain/release/words-in';
import type { ProtectedPlace } from '../domain/decision';
import { NOTHING_STATED } from '../domain/holder/what-stands';
import type { OpenedDocument } from './envelope-opener';
import type { Admitted } from './release-gate';
import type { Thing } from './thing';

const isConcern = ({ ids }: OpenedDocument): boolean => ids.typ === 'contact' || ids.typ === 'caller';

/**
 * What a document may not tell: of one about a person what nothing about them may, of a whole concern or note every place that is protected for
 * anybody, and of a question too, whose words are typed once for everybody. A concern that names a protected address holds one, whatever the
 * roster says yet.
 */
function placesIn({ ids, content }: OpenedDocument, { intake }: Admitted['facts']): ProtectedPlace[] {
  const { protectedAddresses } = content;
  const personId = 'personId' in ids && ids.typ !== 'request' ? ids.personId : undefined;
  const known =
    personId === undefined
      ? everyProtectedPlace(intake)
      : protectedPlacesAbout(intake, personOnRoster(intake, personId));
  const names = Array.isArray(protectedAddresses) && protectedAddresses.length > 0;
  return [...new Set<ProtectedPlace>([...known, ...(names ? (['address'] as const) : [])])];
}

/** Who told is for the hub, and never for the family: a public referrer's details are protected. */
const WHO_TOLD_FLAGS = ['hub_only', 'not_family', 'not_referrer'] as const;

/** A concern that was sealed elsewhere with who told inside goes to nobody outside the hub with it. */
function withoutWhoTold({ ids, content }: OpenedDocument): OpenedDocument['content'] {
  if (ids.typ !== 'contact') return content;
  const { caller: _caller, sealedCaller: _sealedCaller, ...concern } = content;
  return concern;
}

/**
 * The id that was signed: the ledger, and what is said of a document, must know it again, whatever row the caller says that it lies in. A request is
 * known by `askedIn`, and has an envelope for each person.
 */
function signedIdOf({ ids, envelopeId }: OpenedDocument): string {
  if ('productId' in ids) return ids.productId;
  if ('noteId' in ids) return ids.noteId;
  if ('decisionId' in ids) return ids.decisionId;
  if ('reviewId' in ids) return ids.reviewId;
  return 'contactId' in ids ? ids.contactId : envelopeId;
}

/** A whole document of the hub's: the concern, the hub's notes and reasons, what it asked and sent. */
export function thingOfDocument(
  opened: OpenedDocument,
  { facts, enquiry }: Pick<Admitted, 'facts' | 'enquiry'>,
  its: { hub: string; isOwnRecord: boolean; isForHub: boolean },
): Thing {
  const { ids, envelopeId, sealer } = opened;
  const content = its.isForHub ? opened.content : withoutWhoTold(opened);
  const concern = subjectOfConcern(facts.intake);
  const personId = ('personId' in ids ? ids.personId : undefined) ?? concern?.personId ?? enquiry.contactId;
  const person = personOnRoster(facts.intake, personId);
  const category: Category = isConcern(opened) ? 'contact-narrative' : 'hub-summary';
  const itemId = signedIdOf(opened);
  return {
    kind: 'document',
    ...('requestId' in ids && { askedIn: ids.requestId }),
    ...(!('personId' in ids) && { isWhole: true as const }),
    ...{ envelopeId, itemId, agencyId: its.hub, personId, category, width: 'named' },
    origin: sealer,
    // The concern is read of whoever the roster says today that its child is.
    askedAt: new Date('personId' in ids ? sealer.at : facts.intake.asOf),
    facts: {
      ...documentFactsOf(placesIn(opened, facts), ids.typ === 'caller' ? WHO_TOLD_FLAGS : []),
      ...(its.isOwnRecord && ownRecordFacts(person)),
    },
    render: (redactions) => {
      if (leavesAllOut(redactions)) return undefined;
      if (ids.typ === 'request') return requestWithoutPlaces(content, { redactions, isOwn: hidesOwnPlace(person) });
      return leavesPlacesOut(redactions) ? withoutPlaces(content) : content;
    },
    words: wordsIn(content),
    handling: {},
    stands: NOTHING_STATED,
    about: 'item',
  };
}
