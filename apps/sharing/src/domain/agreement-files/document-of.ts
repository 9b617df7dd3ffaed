import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type Pair } from 'yaml';
import type { FileFault } from './file-fault';

/** A file that could be read, with the place of everything in it. JSON is YAML: both are read alike. */
export class FileDocument {
  constructor(
    readonly value: unknown,
    private readonly document: Document,
    private readonly lines: LineCounter,
  ) {}

  /** The line of what stands at a path, or of the nearest thing around it that is there. */
  lineOf(path: readonly PropertyKey[]): number {
    const keys = path.map((key) => (typeof key === 'symbol' ? '' : key));
    for (let depth = keys.length; depth >= 0; depth -= 1) {
      const offset = this.offsetOf(keys.slice(0, depth));
      if (offset !== undefined) return this.lines.linePos(offset).line;
    }
    return 1;
  }

  /** Where the key stands, for a field; where the value begins, for an entry of a list. */
  private offsetOf(path: readonly (string | number)[]): number | undefined {
    const parent = path.length === 0 ? undefined : this.document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find((one) => keyOf(one) === String(path.at(-1))) : undefined;
    if (pair !== undefined && isNode(pair.key)) return pair.key.range?.[0];
    const node = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    return isNode(node) ? (node.range?.[0] ?? undefined) : undefined;
  }
}

const keyOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

const fault = (line: number, code: string, message: string): FileFault => ({ line, field: '', code, message });

const UNREADABLE = fault(1, 'FILE_UNREADABLE', 'This cannot be read: it uses aliases, or is nested too deeply');

/** Deeper than any agreement; what is far deeper costs the parser seconds before it says so. */
const DEEPEST = 64;
const RUN_OF_INDICATORS = new RegExp(`(?:[-?:] +){${String(DEEPEST)}}`);

/** Counts brackets wherever they stand, in words too: nobody writes so many without closing them. */
function isNestedTooDeeply(text: string): boolean {
  if (RUN_OF_INDICATORS.test(text)) return true;
  let depth = 0;
  for (const [mark] of text.matchAll(/[[\]{}]/g)) {
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** Reads YAML 1.2 or JSON. No aliases, no tags of its own, one document, every key once: what a reader sees is what is meant. */
export function documentOf(text: string): FileDocument | readonly FileFault[] {
  if (isNestedTooDeeply(text)) return [UNREADABLE];
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core', uniqueKeys: true });
    const wrong = [...document.errors, ...document.warnings];
    if (wrong.length > 0) {
      // The library's words go on to show the text itself.
      return wrong.map(({ code, message, linePos }) =>
        fault(linePos?.[0].line ?? 1, code, message.split(' at line ')[0]?.split(':')[0] ?? ''),
      );
    }
    return new FileDocument(document.toJS({ maxAliasCount: 0 }), document, lines);
  } catch {
    return [UNREADABLE];
  }
}
