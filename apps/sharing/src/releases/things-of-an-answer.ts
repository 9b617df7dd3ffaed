import type { Category, IntakeFacts, Purpose } from '@mash/contracts';
import type { AnswerItemFacts } from '@mash/sealing';
import { personOnRoster } from '../domain/compose-question';
import type { Need } from '../domain/decision';
import type { HolderStatement } from '../domain/holder/holder-statement';
import { NOTHING_STATED, whatStands } from '../domain/holder/what-stands';
import { conditionWords } from '../domain/release/condition-words';
import { protectedPlacesAbout } from '../domain/protected-places';
import { documentFactsOf } from '../domain/release/document-facts-of';
import { itemFactsOf, type Session } from '../domain/release/item-facts-of';
import { leavesAllOut, redactedItem } from '../domain/release/redact-item';
import { wordsIn } from '../domain/release/words-in';
import type { OpenedAnswer } from './envelope-opener';
import type { Thing } from './thing';

export interface AnswerContext {
  readonly intake: IntakeFacts;
  readonly session: Session | undefined;
  /** What the holders have stated since, and whom it would be told to. */
  readonly statements: readonly HolderStatement[];
  readonly recipient: { readonly audience: string; readonly toAgencyId: string; readonly now: Date };
  /** What the request that it answers asked for: the class of an answer that brings no item. */
  readonly askedCategory: (ids: OpenedAnswer['ids']) => Category | undefined;
  /** Whether a neighbouring council answers about somebody who lives, lived or is placed in its area. */
  readonly crossesBorder: (agencyId: string, personId: string) => boolean;
  /** What the request that it answers was recorded for. */
  readonly purposes: (ids: OpenedAnswer['ids']) => readonly Purpose[];
  /** When it was asked. */
  readonly askedAt: (ids: OpenedAnswer['ids']) => Date | undefined;
  /** What was judged of the need for this category when its line was decided. */
  readonly need: (ids: OpenedAnswer['ids'], category?: Category) => Need;
  /** Whether the answer is to a request that states its public task. */
  readonly statesTask: (ids: OpenedAnswer['ids']) => boolean;
}

const NOT_THIRDS = ['concern', 'household', 'ap', 'involved'];

const handlingOf = ({ handling, condition }: AnswerItemFacts): Thing['handling'] => ({
  ...(handling !== 'none' && { handling }),
  ...(condition && { condition: conditionWords(condition) }),
});

const yesNo = (value: boolean) => (value ? 'yes' : 'no');
const requestFacts = ({ statesTask, crossesBorder }: AnswerContext, ids: OpenedAnswer['ids']) => ({
  statesTask: yesNo(statesTask(ids)),
  crossBorder: yesNo(crossesBorder(ids.agencyId, ids.personId)),
});

/** The items of one answer, or its coverage where it brings none: "not known" tells something too. */
export function thingsOfAnswer(opened: OpenedAnswer, context: AnswerContext): Thing[] {
  const { envelopeId, ids, content, facts, sealer } = opened;
  const { agencyId, personId, requestId } = ids;
  const purposes = context.purposes(ids);
  const person = personOnRoster(context.intake, personId);
  const protectedPlaces = protectedPlacesAbout(context.intake, person);
  const notThirds = new Set(
    context.intake.people.filter(({ relation }) => NOT_THIRDS.includes(relation)).map((one) => one.personId),
  );
  if (content.items.length === 0) return [coverageAlone(opened, context)];
  return content.items.flatMap((item) => {
    const its = facts.items.find(({ itemId }) => itemId === item.itemId);
    if (its === undefined) return [];
    const { alsoIds, alsoOfPerson } = its;
    const which = {
      itemId: item.itemId,
      alsoIds,
      agencyId,
      personId,
      viewerId: context.session?.id,
      ...context.recipient,
    };
    const stands = whatStands(context.statements, which);
    return {
      kind: 'item' as const,
      about: 'item' as const,
      stands,
      ...(alsoIds && { alsoIds }),
      ...(alsoOfPerson && { alsoOfPerson }),
      ...{ envelopeId, itemId: item.itemId, requestId, agencyId, personId, category: its.category, width: its.width },
      ...{ origin: sealer, purposes, isPersonSure: person?.identity !== 'possible' },
      ...{ askedAt: context.askedAt(ids), need: context.need(ids, its.category) },
      facts: {
        ...itemFactsOf(its, { identity: facts.identity, person, protectedPlaces, session: context.session, stands }),
        ...requestFacts(context, ids),
      },
      render: (redactions) =>
        leavesAllOut(redactions) ? undefined : redactedItem({ item, facts: its, redactions, notThirds, stands }),
      words: [...wordsIn(item), ...stands.wordings],
      handling: handlingOf(its),
    };
  });
}

function coverageAlone({ envelopeId, ids, facts, sealer }: OpenedAnswer, context: AnswerContext): Thing {
  const { agencyId, personId, requestId } = ids;
  const person = personOnRoster(context.intake, personId);
  const isSure = facts.identity === 'confirmed' && person?.identity !== 'possible';
  return {
    kind: 'coverage',
    ...{ envelopeId, itemId: envelopeId, requestId, agencyId, personId, width: 'named' },
    category: context.askedCategory(ids) ?? 'hub-summary',
    ...{ origin: sealer, purposes: context.purposes(ids), isPersonSure: person?.identity !== 'possible' },
    ...{ askedAt: context.askedAt(ids), need: context.need(ids) },
    facts: {
      ...documentFactsOf(protectedPlacesAbout(context.intake, person)),
      identity: isSure ? 'confirmed' : 'possible',
      answered: 'yes',
      ...requestFacts(context, ids),
    },
    render: () => ({}),
    words: [],
    handling: {},
    stands: NOTHING_STATED,
    about: 'item',
  };
}
