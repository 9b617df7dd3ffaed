import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type Pair } from 'yaml';
import type { FileFault } from './file-fault';
import { placeOf, type LinesOfFile } from './lines-of-file';

/** A file that could be read, with the place of everything in it. JSON is YAML: both are read alike. */
export class FileDocument {
  constructor(
    readonly value: unknown,
    private readonly document: Document,
    private readonly counter: LineCounter,
  ) {}

  /** Of each place in it the line: of the key, for a field; of where the value begins, for an entry of a list. */
  lines(): LinesOfFile {
    const lines = new Map<string, number>();
    const note = (node: unknown, path: readonly string[], key: unknown = node): void => {
      const offset = isNode(key) ? key.range?.[0] : undefined;
      if (offset !== undefined) lines.set(placeOf(path), this.counter.linePos(offset).line);
      for (const [name, inside, itsKey] of partsOf(node)) note(inside, [...path, name], itsKey);
    };
    note(this.document.contents, []);
    return lines;
  }
}

type Part = readonly [name: string, value: unknown, key: Node | undefined];

function partsOf(node: unknown): Part[] {
  if (isSeq(node)) return node.items.map((item, at) => [String(at), item, undefined]);
  if (!isMap(node)) return [];
  return node.items.map((pair) => [keyOf(pair), pair.value, isNode(pair.key) ? pair.key : undefined]);
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
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: counter, version: '1.2', schema: 'core', uniqueKeys: true });
    const wrong = [...document.errors, ...document.warnings];
    if (wrong.length > 0) {
      // The library's words go on to show the text itself.
      return wrong.map(({ code, message, linePos }) =>
        fault(linePos?.[0].line ?? 1, code, message.split(' at line ')[0]?.split(':')[0] ?? ''),
      );
    }
    return new FileDocument(document.toJS({ maxAliasCount: 0 }), document, counter);
  } catch {
    return [UNREADABLE];
  }
}
