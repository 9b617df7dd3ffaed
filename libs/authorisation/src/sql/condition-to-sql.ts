/** A node of CASL's condition tree: `and`/`or` over nodes, or one attribute compared with one value. */
export interface AstNode {
  operator: string;
  value: unknown;
  field?: string;
}

interface Target {
  columns: Record<string, string>;
  /** Attributes that hold a list: comparing means containing. */
  lists: ReadonlySet<string>;
  /** Adds a parameter and gives its placeholder. */
  place: (value: unknown) => string;
}

/** What the policies' condition language has and what it reads as, on a plain column and on an array. */
const COMPARISONS: Partial<
  Record<string, { plain: (c: string, p: string) => string; list: (c: string, p: string) => string }>
> = {
  eq: { plain: (c, p) => `${c} = ${p}`, list: (c, p) => `${p} = ANY(${c})` },
  ne: { plain: (c, p) => `${c} IS DISTINCT FROM ${p}`, list: (c, p) => `NOT (${p} = ANY(${c}))` },
  in: { plain: (c, p) => `${c} = ANY(${p})`, list: (c, p) => `${c} && ${p}` },
};

function comparisonToSql({ operator, field = '', value }: AstNode, target: Target): string {
  const comparison = COMPARISONS[operator];
  const column = target.columns[field];
  if (comparison === undefined) throw new Error(`No SQL for the operator ${operator}`);
  if (column === undefined) throw new Error(`No column for the attribute ${field}`);
  return comparison[target.lists.has(field) ? 'list' : 'plain'](column, target.place(value));
}

/** An empty `and` would mean "everything": no policy of ours may say that, so it is an error and not an open door. */
function joined(nodes: AstNode[], word: 'AND' | 'OR', target: Target): string {
  if (nodes.length === 0) throw new Error('A rule without a condition cannot filter a list');
  return nodes.map((node) => `(${conditionToSql(node, target)})`).join(` ${word} `);
}

export function conditionToSql(node: AstNode, target: Target): string {
  if (node.operator === 'and') return joined(node.value as AstNode[], 'AND', target);
  if (node.operator === 'or') return joined(node.value as AstNode[], 'OR', target);
  return comparisonToSql(node, target);
}
