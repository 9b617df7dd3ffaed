import { rulesToAST } from '@casl/ability/extra';
import type { z } from 'zod';
import type { ActionOn, Subject, SubjectKind } from '../ability/abilities';
import { SUBJECTS } from '../ability/abilities';
import { defineAbilityFor } from '../ability/define-ability';
import type { Actor } from '../actor/actor';
import { conditionToSql } from './condition-to-sql';
import type { AstNode } from './condition-to-sql';

/** A parameterised condition for a WHERE clause. */
export interface SqlFilter {
  where: string;
  params: unknown[];
}

/** The SQL expression of each attribute: a column, or a literal where the service keeps none (`restricted: 'false'`). */
export type Columns<Kind extends SubjectKind> = Record<Exclude<keyof Subject<Kind>, 'kind'>, string>;

const listAttributes = (kind: SubjectKind): ReadonlySet<string> => {
  const shape: Record<string, z.ZodType> = SUBJECTS[kind].shape;
  return new Set(Object.keys(shape).filter((name) => shape[name]?.def.type === 'array'));
};

/**
 * The rows that `can(actor, action, row)` would accept, as SQL from the same rules.
 *
 * @param firstParam number of the first placeholder, when the query has others before
 * @returns `null` when no row could be: run no query then. Never "no filter".
 */
export function sqlFilterFor<Kind extends SubjectKind>(
  actor: Actor,
  action: ActionOn<Kind>,
  kind: Kind,
  columns: Columns<Kind>,
  firstParam = 1,
): SqlFilter | null {
  const ast = rulesToAST(defineAbilityFor(actor), action, kind) as AstNode | null;
  if (ast === null) return null;
  const params: unknown[] = [];
  const place = (value: unknown): string => `$${params.push(value) + firstParam - 1}`;
  const where = conditionToSql(ast, { columns: columns, lists: listAttributes(kind), place });
  return { where: `(${where})`, params };
}
