import { newId } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import type { EnquiryFacts } from '../asking/enquiry-facts';
import { packOf } from '../asking/sharing-desk';
import { personOnRoster } from '../domain/compose-question';
import { OBLIGATIONS } from '../domain/decision';
import { keyOfTask, owedAnew, type Owed, type OwedAnew } from '../domain/obligations/owed-anew';
import { agencyOwing, isOfOnePerson, isOwedByAThing } from '../domain/obligations/task-of';
import { reviewLadder } from '../domain/review-ladder';
import { lawDue, obligationDue } from '../domain/task-due';
import { ObligationCauseRepository } from '../obligations/obligation-cause.repository';
import { ObligationRepository } from '../obligations/obligation.repository';
import { ItemReviews } from './item-reviews';
import type { Judged } from './judge-thing';

/**
 * What the rules owe of items and products becomes a task also where they permit or refuse by themselves: one for each enquiry, code, agency and
 * person that is open, however many items owe it and however often they are looked at. What comes once it is done owes it anew. One read for a call,
 * and nothing more where everything is known.
 */
@Injectable()
export class OwedByThings {
  constructor(
    private readonly obligations: ObligationRepository,
    private readonly causes: ObligationCauseRepository,
    private readonly itemReviews: ItemReviews,
    private readonly clock: Clock,
  ) {}

  async keep(tx: Tx, facts: EnquiryFacts, judged: readonly Judged[]): Promise<void> {
    const owed = owedOf(facts, judged);
    if (owed.length === 0 || (await this.anew(tx, facts, owed)).length === 0) return;
    // Two looks at once keep one task: whoever comes second finds it.
    await this.itemReviews.lock(tx, facts.enquiryId);
    // Nor does anybody complete a task while something joins it: the new thing would be done before anybody read it.
    const codes = [...new Set(owed.map(({ code }) => code))];
    const open = await this.obligations.lockOpen(tx, facts.enquiryId, codes);
    const anew = (await this.anew(tx, facts, owed)).map((one) => joining(one, open));
    const at = this.clock.now();
    const tasks = anew.filter(({ isNew }) => isNew).map((one) => taskOf(facts, one, at));
    if (tasks.length > 0) await this.obligations.addAll(tx, tasks);
    const causes = anew.flatMap(({ obligationId, envelopeIds }) =>
      envelopeIds.map((envelopeId) => ({ obligationId, envelopeId })),
    );
    if (causes.length > 0) await this.causes.add(tx, causes, at);
  }

  private async anew(tx: Tx, facts: EnquiryFacts, owed: readonly Owed[]): Promise<OwedAnew[]> {
    const ever = await this.causes.ever(tx, facts.enquiryId);
    const standing = ever.map((one) => ({ ...one, personId: one.personId && today(facts, one.personId) }));
    return owedAnew(owed, standing);
  }
}

/** A task that is not locked is not joined: it may be done by the time this is kept. */
function joining(one: OwedAnew, open: ReadonlySet<string>): OwedAnew & { obligationId: string; isNew: boolean } {
  const joins = one.joins !== undefined && open.has(one.joins) ? one.joins : undefined;
  return { ...one, obligationId: joins ?? newId(), isNew: joins === undefined };
}

function taskOf(
  facts: EnquiryFacts,
  { obligationId, code, agencyId, personId }: OwedAnew & { obligationId: string },
  at: Date,
) {
  const { enquiryId, partnershipId } = facts;
  const pack = packOf(facts);
  const started = { at, reviewDueAt: reviewLadder(pack, facts.decision.colour, at).dueAt };
  return {
    ...{ obligationId, partnershipId, enquiryId, code, owner: OBLIGATIONS[code].owner, agencyId, personId },
    ...{ dueAt: obligationDue(code, pack, started), lawDueAt: lawDue(code, pack, started) ?? null },
  };
}

/** Whoever was matched since is the same person: what was owed of their mention is owed of them. */
const today = ({ intake }: EnquiryFacts, personId: string): string =>
  personOnRoster(intake, personId)?.personId ?? personId;

function owedOf(facts: EnquiryFacts, judged: readonly Judged[]): Owed[] {
  const owed = new Map<string, Owed & { envelopeIds: Set<string> }>();
  for (const { decision, decided, thing } of judged)
    for (const code of decision.obligations.filter(isOwedByAThing)) {
      const { matter } = decided;
      const personId = isOfOnePerson(code) ? today(facts, matter.personId) : null;
      const whose = { code, agencyId: agencyOwing(code, matter), personId };
      const one = owed.get(keyOfTask(whose)) ?? { ...whose, envelopeIds: new Set<string>() };
      one.envelopeIds.add(thing.envelopeId);
      owed.set(keyOfTask(whose), one);
    }
  return [...owed.values()];
}
