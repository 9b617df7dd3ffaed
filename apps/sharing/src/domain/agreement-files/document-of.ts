import {
  CST,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
} from 'yaml';
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

/**
 * Lists and maps within each other by brackets, and entries that begin within entries on one line. Only what the parser would take for such:
 * in words both stand for themselves.
 */
function isNestedTooDeeply(text: string): boolean {
  let [depth, run] = [0, 0];
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === 'space') continue;
    run = isIndicator(type) ? run + 1 : 0;
    depth += bracketOf(type);
    if (depth > DEEPEST || run >= DEEPEST) return true;
  }
  return false;
}

const isIndicator = (type: CST.TokenType | null): boolean =>
  type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'map-value-ind';

function bracketOf(type: CST.TokenType | null): -1 | 0 | 1 {
  if (type === 'flow-seq-start' || type === 'flow-map-start') return 1;
  return type === 'flow-seq-end' || type === 'flow-map-end' ? -1 : 0;
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
