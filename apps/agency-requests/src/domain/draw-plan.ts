import type { Category, PersonKind, PersonRelation, PlanLine } from '@mash/contracts';
import { draftResearchPlan, type DraftLine, type Pack } from '@mash/threshold-packs';
import type { Colour } from '@mash/contracts';

interface PlanPerson {
  readonly personId: string;
  readonly kind: PersonKind;
  readonly relation: PersonRelation;
}
interface PlanAgency {
  readonly agencyId: string;
  readonly name: string;
  readonly answersFor: readonly string[];
}
interface Asked {
  readonly agencyId: string;
  readonly personId: string;
  readonly category: Category;
}

/**
 * The pack's research plan for this colour and roster, as lines to bodies of the register. A group that no body answers for gives no line:
 * the console says so. Nothing here asks anybody.
 *
 * @param its.notShown agencies of which the reader does not learn whether they were asked: none of them is suggested
 */
export function drawPlan(
  pack: Pack,
  colour: Colour,
  its: {
    roster: readonly PlanPerson[];
    agencies: readonly PlanAgency[];
    asked: readonly Asked[];
    notShown: (agencyId: string) => boolean;
  },
): PlanLine[] {
  const toLine = (line: DraftLine): PlanLine[] =>
    its.agencies
      .filter(({ answersFor }) => answersFor.includes(line.agency))
      .map(({ agencyId, name }) => {
        const { personId, category, existenceOnly, why } = line;
        const alreadyAsked = its.asked.some(
          (one) => one.agencyId === agencyId && one.personId === personId && one.category === category,
        );
        const askedNotShown = !alreadyAsked && its.notShown(agencyId);
        return {
          agencyId,
          agencyName: name,
          personId,
          category,
          existenceOnly,
          suggested: !alreadyAsked && !askedNotShown,
          why,
          alreadyAsked,
          ...(askedNotShown && { askedNotShown }),
        };
      });
  return draftResearchPlan(pack, colour, its.roster).lines.flatMap(toLine);
}
