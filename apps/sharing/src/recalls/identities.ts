import type { IntakeFacts, OpenedProduct } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { CodedError } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { londonDate } from '@mash/clocks';
import type { Place } from '../answers/lies-in';
import type { CapabilityRow } from '../capabilities/capability.repository';
import { asMeant, type AsMeant } from '../domain/recalls/as-meant';
import {
  identityOf,
  isRecalledFrom,
  recallOf,
  saidOfProduct,
  standing,
  type Identified,
  type ToldTo,
} from '../domain/recalls/identity-of';
import { noticeWithoutRecalled } from '../domain/recalls/notice-without-recalled';
import { AcceptedEnvelopeRepository } from '../envelopes/accepted-envelope.repository';
import { othersAmong } from '../envelopes/own-item-ids';
import type { OutwardProductRow } from '../products/outward-product.repository';
import type { OpenedDocument } from '../releases/envelope-opener';
import type { Thing } from '../releases/thing';
import { IdentityStatementRepository, type IdentityStatementRow } from './identity-statement.repository';

export const RECALLED = 'SHARING.PRODUCT_RECALLED';

export interface RecalledFrom {
  /** The code under which a document does not open any more. */
  codeOf(opened: OpenedDocument): 'SHARING.REQUEST_RECALLED' | 'SHARING.NOTICE_RECALLED' | undefined;
  /** A notice as it tells without the items that were recalled. */
  without(opened: OpenedDocument): OpenedDocument;
}

/** What was said of a person before was known when the capability was made: the rules let its question through all the same. */
const isSaidSince = ({ about, statedAt }: IdentityStatementRow, madeAt: Date): boolean =>
  about.kind !== 'person' || statedAt >= madeAt;

const isOfPerson =
  (personId: string) =>
  ({ about }: IdentityStatementRow): boolean =>
    about.kind === 'person' && about.id === personId;

/** What the hub writes of somebody in a handover: whom it is about is read from the roster. In a letter it is about whomever was reported. */
const isOfHandover = ({ about, facts }: Thing): boolean => about === 'product' && facts['identity'] === undefined;

/**
 * The things with their identity fact as it stands by what was said. A letter's own matter is about nobody's item; a handover names nobody who was matched
 * wrongly, and waits for no doubt that the roster does not have.
 */
export function overlaid(
  statements: readonly AsMeant<IdentityStatementRow>[],
  things: readonly Thing[],
  to: ToldTo,
): readonly Thing[] {
  if (statements.length === 0) return things;
  return things.map((thing) => {
    const said = thing.about === 'item' || isOfHandover(thing) ? identityOf(statements, thing, to) : undefined;
    const identity = thing.about === 'item' || said === 'wrong' ? said : undefined;
    // The holder is sure of their record; whether the hub matched the right person is not theirs to say.
    const isOnlyOfRecord = identity === 'confirmed' && thing.isPersonSure === false;
    return identity === undefined || isOnlyOfRecord ? thing : { ...thing, facts: { ...thing.facts, identity } };
  });
}

const strictest = (all: readonly ReturnType<typeof identityOf>[]): ReturnType<typeof identityOf> =>
  (['wrong', 'possible', 'confirmed'] as const).find((one) => all.includes(one));

type Roster = Pick<IntakeFacts, 'enquiryId' | 'idsOfSeveral'>;

/** What was said since of whom things are about: read in the transaction that shows them, so that a recall and a release never pass each other. */
@Injectable()
export class Identities {
  constructor(
    private readonly statements: IdentityStatementRepository,
    private readonly accepted: AcceptedEnvelopeRepository,
  ) {}

  ofEnquiry(tx: Tx, enquiryId: string): Promise<IdentityStatementRow[]> {
    return this.statements.ofEnquiry(enquiryId, tx);
  }

  private async asMeant(tx: Tx, intake: Roster): Promise<AsMeant<IdentityStatementRow>[]> {
    return asMeant(await this.statements.ofEnquiry(intake.enquiryId, tx), intake);
  }

  /** What was sent tells items by the ids that they were known by: which others came under the id of one, nobody wrote beside it. */
  private async othersOf(
    tx: Tx,
    { enquiryId }: Roster,
    statements: readonly IdentityStatementRow[],
  ): Promise<(id: string) => string[]> {
    const isOfItems = statements.some(({ about }) => about.kind === 'item');
    return othersAmong(isOfItems ? await this.accepted.allCopies(enquiryId, tx) : []);
  }

  /**
   * For immediate protection, whose rules read no identity: of what agencies answered, what was recalled from this recipient goes to nobody there
   * any more. The concern is of a household, and goes.
   */
  async withoutRecalledAnswers(
    tx: Tx,
    intake: Roster,
    things: readonly Thing[],
    to: ToldTo,
  ): Promise<readonly Thing[]> {
    const statements = await this.asMeant(tx, intake);
    return things.filter((thing) => thing.kind === 'document' || identityOf(statements, thing, to) !== 'wrong');
  }

  /** Of documents that are opened as they are, what was recalled from this reader since. */
  async recalledFrom(tx: Tx, intake: Roster, reader: ToldTo): Promise<RecalledFrom> {
    const statements = await this.asMeant(tx, intake);
    const isWrong = (thing: Identified) => identityOf(statements, thing, reader) === 'wrong';
    const others = await this.othersOf(tx, intake, statements);
    return {
      codeOf: ({ ids, sealer }) => {
        const its = { envelopeId: '', itemId: '', personId: '' };
        if (ids.typ === 'request')
          return isWrong({ ...its, personId: ids.personId, askedIn: ids.requestId, askedAt: new Date(sealer.at) })
            ? 'SHARING.REQUEST_RECALLED'
            : undefined;
        // A notice tells of a household: it is recalled by itself, and not with one person who was matched wrongly.
        const isNotice = ids.typ === 'outward' && isWrong({ ...its, itemId: ids.productId });
        return isNotice ? 'SHARING.NOTICE_RECALLED' : undefined;
      },
      without: (opened) => {
        if (opened.ids.typ !== 'outward') return opened;
        // A notice does not say when its items were asked: of whoever had an id before the one of today, the press that made it left out what was recalled.
        const askedAt = new Date(opened.sealer.at);
        const isGone = (told: Identified) => isWrong({ ...told, alsoOfPerson: others(told.itemId), askedAt });
        return { ...opened, content: noticeWithoutRecalled(opened.content, isGone) };
      },
    };
  }

  /** Of capabilities, those that are for a notice that was recalled from this reader, or for a question about somebody who was matched wrongly. */
  async recalledAmong<One extends Pick<CapabilityRow, 'kind' | 'aboutId' | 'enquiryId' | 'personId' | 'madeAt'>>(
    rows: readonly One[],
    reader: ToldTo,
  ): Promise<One[]> {
    const said = await this.statements.ofEnquiries([...new Set(rows.map(({ enquiryId }) => enquiryId))]);
    return rows.filter(({ kind, aboutId, enquiryId, personId, madeAt }) => {
      const thing = { itemId: kind === 'notice' ? aboutId : '', envelopeId: '', personId: personId ?? '' };
      const ofIt = said.filter((one) => one.enquiryId === enquiryId && isSaidSince(one, madeAt));
      return identityOf(ofIt, thing, reader) === 'wrong';
    });
  }

  /**
   * A product that was recalled whole is opened by nobody, and one recalled from an account not by that one; nor is one that is about nobody who was not
   * matched wrongly.
   * @throws CodedError SHARING.PRODUCT_RECALLED (410), with the day
   */
  async refuseRecalled(tx: Tx, product: OutwardProductRow, reader: ToldTo, intake: Roster): Promise<void> {
    const recalled = recallOf(await this.asMeant(tx, intake), product, reader);
    if (recalled === undefined) return;
    const day = londonDate(recalled.statedAt);
    throw new CodedError(RECALLED, 410, `This was recalled on ${day}: ask the hub.`);
  }

  /**
   * A product without what was recalled since it was made, and when that was, and without the names of whoever was matched wrongly; what has come into doubt
   * since is marked so.
   * @param liesIn the answers that an item lies in, or may lie in: the strictest that was said of one of them counts
   */
  async withoutRecalled(
    tx: Tx,
    product: OutwardProductRow,
    { accountId, intake }: { readonly accountId: string; readonly intake: Roster },
    opened: OpenedProduct,
    liesIn: (item: OpenedProduct['items'][number]) => readonly Place[],
  ): Promise<OpenedProduct> {
    const { toAgencyId: agencyId } = product;
    const statements = saidOfProduct(await this.asMeant(tx, intake), product);
    const recalledFrom = standing(statements).filter((one) => isRecalledFrom(one, { agencyId, accountId }));
    const people = opened.people.filter(({ personId }) => !recalledFrom.some(isOfPerson(personId)));
    const recalledPeople = opened.people.length - people.length;
    const named = recalledPeople === 0 ? opened : { ...opened, people, recalledPeople };
    const others = await this.othersOf(tx, intake, statements);
    const identityIn = (item: OpenedProduct['items'][number], said: readonly IdentityStatementRow[]) => {
      const { itemId, personId } = item;
      const own = { itemId, personId, envelopeId: itemId, alsoOfPerson: others(itemId) };
      const places = [own, ...liesIn(item).map((place) => ({ ...own, ...place }))];
      return strictest(places.map((place) => identityOf(said, place, { agencyId, accountId })));
    };
    const isWrong = (...its: Parameters<typeof identityIn>) => identityIn(...its) === 'wrong';
    const gone = opened.items.filter((item) => isWrong(item, statements));
    const items = opened.items
      .filter((item) => !gone.includes(item))
      .map((item) => (identityIn(item, statements) === 'possible' ? { ...item, identity: 'possible' as const } : item));
    if (gone.length === 0) return { ...named, items };
    const days = new Map<string, number>();
    for (const item of gone) {
      const [on] = statements.filter((one) => isWrong(item, [one])).map(({ statedAt }) => statedAt.toISOString());
      if (on !== undefined) days.set(on, (days.get(on) ?? 0) + 1);
    }
    const recalled = [...days].map(([on, items]) => ({ on, items }));
    return { ...named, items, recalled };
  }
}
