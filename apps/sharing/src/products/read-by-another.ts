import { isDeepStrictEqual } from 'node:util';
import type { PersonActor } from '@mash/authorisation';
import { NOT_NAMED_AGENCY, type OpenedProduct } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { lawfulBasisOf } from '../domain/decision';
import { carriedBy } from '../domain/release/carried-by';
import type { AcceptedSoFar } from '../domain/release/accepted-so-far';
import { withoutPlacesOf } from '../domain/release/redact-item';
import type { LedgerLine } from '../ledger/ledger-line';
import type { Naming } from '../register/named-to-reader';
import { AskedLinesFinder } from '../releases/asked-lines';
import type { Judged, Telling } from '../releases/judge-thing';
import { ledgerLineOf } from '../releases/ledger-line-of';
import { ThingDecider } from '../releases/thing-decider';
import { thingsOf } from '../releases/things-of';
import { untilAccepted } from '../releases/until-accepted';
import { countedByReason } from './counted-by-reason';
import type { Known } from './items-since-stated';
import type { OutwardProductRow } from './outward-product.repository';
import { outwardItem } from './product-content';
import { UNKNOWN } from './product-made';
import type { Standing } from './stands-to-product';

type Item = OpenedProduct['items'][number];

/** Somebody who may open a product, and for whom its items were not decided. */
export interface AnotherReader {
  readonly actor: PersonActor;
  readonly standing: Exclude<Standing, 'recipient'>;
  readonly accepted: AcceptedSoFar;
  /** Which agencies they may know to have been asked. */
  readonly naming: Naming;
}

/**
 * The items of a product were decided for the team that it went to, and for nobody else. Whoever else may open it, the hub that made it or another
 * council's duty team, has each item decided for themselves first: in the hub as content, as on the picture. Whoever put it together is no exception.
 */
@Injectable()
export class ReadByAnother {
  constructor(
    private readonly decider: ThingDecider,
    private readonly askedLines: AskedLinesFinder,
  ) {}

  /** @returns the product as this reader may read it, and a line of the ledger for each item that was decided for them */
  async of(
    tx: Tx,
    product: OutwardProductRow,
    opened: OpenedProduct,
    { known, telling, ...reader }: AnotherReader & { known: Known; telling: Telling },
  ): Promise<{ opened: OpenedProduct; lines: LedgerLine[] }> {
    if (opened.items.length === 0) return { opened, lines: [] };
    const judged = await this.judged(tx, opened, { ...reader, known, telling });
    const { bodies } = known.admitted.facts;
    const items = opened.items.flatMap((item) => {
      const its = ofItem(judged, item);
      const [first] = its;
      if (first === undefined || !its.every(isToRead)) return [];
      const isNamed = reader.naming.isNamed(product.enquiryId, first.thing.agencyId);
      return { ...asRead(item, first, bodies), ...(!isNamed && { agencyName: NOT_NAMED_AGENCY }) };
    });
    const withheld = [...(opened.withheld ?? []), ...notRead(opened.items, judged)];
    return {
      opened: { ...opened, items, ...(withheld.length > 0 && { withheld }) },
      lines: judged.map((one) => ledgerLineOf(one, telling, known.admitted.facts)),
    };
  }

  private async judged(
    tx: Tx,
    { items }: OpenedProduct,
    { actor, standing, accepted, known, telling }: Omit<AnotherReader, 'naming'> & { known: Known; telling: Telling },
  ): Promise<Judged[]> {
    const { admitted, answers, unwrap, statements, at: now } = known;
    const asked = await this.askedLines.of(admitted.enquiry.enquiryId);
    const viewer = standing === 'hub' ? { viewer: actor } : {};
    const things = thingsOf(answers, { admitted, telling, asked, statements, ...viewer, now });
    const wanted = things.filter(({ kind, itemId }) => kind === 'item' && items.some((one) => one.itemId === itemId));
    const said = await this.decider.whatWasSaid(tx, admitted.facts, telling, unwrap);
    return (await this.decider.decideAll(tx, admitted.facts, wanted, telling, said)).map(untilAccepted(accepted));
  }
}

/** What an item may be read as: at once, or once this reader has accepted what it carries. */
const isToRead = ({ shownAs, awaitsAcceptance }: Judged): boolean =>
  shownAs === 'shown' || awaitsAcceptance !== undefined;

/** An item that lies in two answers is read where it may be read in both. */
const ofItem = (judged: readonly Judged[], { itemId }: Item): Judged[] =>
  judged.filter(({ thing }) => thing.itemId === itemId);

/**
 * In the wording that went out, unless something of the item is to be left out for this reader: then as they read it on the picture. What stands
 * beside the words loses its places as they do.
 */
function asRead(
  { obligations: _theirs, lawfulBasis: _ofTheirs, ...sent }: Item,
  judged: Judged,
  bodies: Parameters<typeof outwardItem>[1],
): Item {
  const { thing, decision } = judged;
  const { text, agencyName, date } = outwardItem(judged, bodies);
  const { condition, ...kept } = { ...thing.handling, ...sent };
  const isCut = !isDeepStrictEqual(thing.render(decision.redactions), thing.render([]));
  const obligations = carriedBy(decision.obligations);
  const lawfulBasis = lawfulBasisOf(decision);
  return {
    ...{ ...kept, agencyName, date },
    ...(isCut && { text }),
    ...(condition !== undefined && { condition: withoutPlacesOf(decision.redactions, condition) }),
    ...(lawfulBasis.length > 0 && { lawfulBasis: [...lawfulBasis] }),
    ...(obligations.length > 0 && { obligations }),
  };
}

/** What is withheld is counted with its reason; what may not be known to exist is not. */
function notRead(items: readonly Item[], judged: readonly Judged[]): NonNullable<OpenedProduct['withheld']> {
  const withheld = judged.filter((one) => one.shownAs === 'withheld' && !isToRead(one));
  const lost = items.filter((item) => ofItem(judged, item).length === 0).length;
  const unknown = { what: 'items', count: lost, reason: { ...UNKNOWN } } as const;
  return [...countedByReason(withheld), ...(lost > 0 ? [unknown] : [])];
}
