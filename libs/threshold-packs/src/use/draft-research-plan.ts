import {
  OUTSIDE_THE_WORRY,
  type AgencyKind,
  type Category,
  type Colour,
  type PersonKind,
  type PersonRelation,
} from '@mash/contracts';
import { ASKED_AGENCIES, type AskedAgency } from '../schema/asked-agency';
import type { Pack } from '../schema/pack';
import type { AskedAbout, PlanEntry } from '../schema/research-plan';

/** One person of the roster, by id: a plan knows no names. */
export interface RosterEntry {
  readonly personId: string;
  readonly kind: PersonKind;
  readonly relation: PersonRelation;
}

/** One question of the draft: one agency, one person, one category. Nothing is asked until an analyst presses Send. */
export interface DraftLine {
  readonly agency: AskedAgency;
  readonly agencyKind: AgencyKind;
  readonly personId: string;
  readonly category: Category;
  readonly existenceOnly: boolean;
  readonly why: string;
}

/** Someone on the roster about whom an agency is not asked, and why. */
export interface NotAsked {
  readonly agency: AskedAgency;
  readonly personId: string;
  readonly why: string;
}

const GROUP: Readonly<Record<PersonKind, AskedAbout>> = { child: 'children', unborn: 'unborn', adult: 'adults' };

function linesOf(entry: PlanEntry, { personId, kind }: RosterEntry): DraftLine[] {
  if (!entry.about.includes(GROUP[kind])) return [];
  const { agency, extent, why } = entry;
  const line = {
    agency,
    agencyKind: ASKED_AGENCIES[agency].kind,
    personId,
    existenceOnly: extent === 'existence',
    why,
  };
  return entry.categories.map((category) => ({ ...line, category }));
}

function whyNot({ kind, relation }: RosterEntry): string {
  if (OUTSIDE_THE_WORRY.includes(relation))
    return 'Not part of the household or the worry: ask only if you can say why';
  return kind === 'unborn'
    ? 'They hold nothing about a child not yet born'
    : 'The plan does not ask them at this colour';
}

/** The questions that a pack suggests at a colour about the people of a roster, and who is left out of whose list. */
export function draftResearchPlan(
  pack: Pack,
  colour: Colour,
  roster: readonly RosterEntry[],
): { readonly lines: readonly DraftLine[]; readonly notAsked: readonly NotAsked[] } {
  const entries = pack.research[colour];
  if (!entries) throw new RangeError(`${colour} is not in the scheme of pack ${pack.id}`);
  const suggested = roster.filter(({ relation }) => !OUTSIDE_THE_WORRY.includes(relation));
  const lines = suggested.flatMap((person) => entries.flatMap((entry) => linesOf(entry, person)));
  const agencies = [...new Set(entries.map(({ agency }) => agency))];
  const notAsked = agencies.flatMap((agency) =>
    roster
      .filter(({ personId }) => !lines.some((line) => line.agency === agency && line.personId === personId))
      .map((person) => ({ agency, personId: person.personId, why: whyNot(person) })),
  );
  return { lines, notAsked };
}
