import { createMongoAbility } from '@casl/ability';
import type { MongoAbility, RawRuleOf } from '@casl/ability';
import type { Actor } from '../actor/actor';
import { POLICIES } from './abilities';
import type { SubjectKind } from './abilities';
import type { Grant } from './condition';

type Rules = MongoAbility;

const rulesOf = (kind: SubjectKind, actor: Actor): RawRuleOf<Rules>[] => {
  const grants = POLICIES[kind](actor) as Grant<string, object>[];
  return grants.flatMap(({ actions, where }) =>
    actions.map((action) => ({ action, subject: kind, conditions: { ...where } })),
  );
};

const known = new WeakMap<Actor, Rules>();

/** Everything an actor may do, from the policies. Rules only grant; nobody has `manage` or `all`. Kept for the life of the actor object. */
export function defineAbilityFor(actor: Actor): MongoAbility {
  const found = known.get(actor);
  if (found !== undefined) return found;
  const rules = (Object.keys(POLICIES) as SubjectKind[]).flatMap((kind) => rulesOf(kind, actor));
  const ability = createMongoAbility(rules, { detectSubjectType: (subject) => String(subject['kind']) });
  known.set(actor, ability);
  return ability;
}
