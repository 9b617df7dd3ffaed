type Value<T> = T extends readonly (infer Element)[] ? Element : T;

/**
 * A condition on a record: every named attribute must match. On a list attribute a plain value means "contains", `$ne` "does not
 * contain". Nothing else is offered, so that CASL and the SQL filter cannot come to differ.
 */
export type Condition<Subject> = {
  [Key in Exclude<keyof Subject, 'kind'>]?:
    Value<Subject[Key]> | { $in: Value<Subject[Key]>[] } | { $ne: Value<Subject[Key]> };
};

/** Some actions on the records that match. Rules only ever grant (libs/authorisation/README.md). */
export interface Grant<Action extends string, Subject> {
  actions: readonly Action[];
  where: Condition<Subject>;
}

/** One subject's rules: from the person or system who asks to what they may do. */
export type Policy<Actor, Action extends string, Subject> = (actor: Actor) => Grant<Action, Subject>[];

/** The same actions under each of several conditions. */
export const allow = <Action extends string, Subject>(
  actions: readonly Action[],
  ...conditions: Condition<Subject>[]
): Grant<Action, Subject>[] => conditions.map((where) => ({ actions, where }));
