import type { Ability, ActionOn, Subject, SubjectKind } from '../../ability/abilities';
import { can } from '../../ability/can';
import type { Actor } from '../../actor/actor';
import { HERE } from './actors.scenarios';

/** One worked case of one ability: a sentence, who asks, and about which record. */
export interface Scenario<Kind extends SubjectKind> {
  name: string;
  actor: Actor;
  record: Subject<Kind>;
}

type AtLeastOne<T> = [T, ...T[]];

/** Every ability on a subject, each with cases granted and denied: one that is left out does not compile. */
export type ScenariosOf<Kind extends SubjectKind> = Record<
  `${ActionOn<Kind>} ${Kind}`,
  { granted: AtLeastOne<Scenario<Kind>>; denied: AtLeastOne<Scenario<Kind>> }
>;

/** Scenarios of all abilities there are. */
export type AllScenarios = { [Kind in SubjectKind]: ScenariosOf<Kind> };

export const scenario = <Record>(
  name: string,
  actor: Actor,
  record: Record,
): { name: string; actor: Actor; record: Record } => ({
  name,
  actor,
  record,
});

/** Attributes of an ordinary case of this partnership. */
export const ordinaryCase = {
  id: 'r-1',
  partnershipId: HERE,
  restricted: false,
  namedAccess: [] as string[],
  conflicts: [] as string[],
};

/** Runs a subject's scenarios as tests. */
export function testScenarios<Kind extends SubjectKind>(kind: Kind, scenarios: ScenariosOf<Kind>): void {
  type Case = Scenario<Kind>;
  const entries = Object.entries(scenarios) as [Ability, { granted: Case[]; denied: Case[] }][];
  describe.each(entries)('%s', (ability, { granted, denied }) => {
    const action = ability.slice(0, -kind.length - 1) as ActionOn<Kind>;
    const allows = ({ actor, record }: Case) => can(actor, action, record as Subject<Kind> & { kind: Kind });
    test.each(granted)('is granted: $name', (one) => expect(allows(one)).toBe(true));
    test.each(denied)('is denied: $name', (one) => expect(allows(one)).toBe(false));
  });
}
