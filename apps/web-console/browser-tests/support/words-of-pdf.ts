import { inflateSync } from 'node:zlib';

/** The objects of a PDF by their numbers, with their streams unpacked. */
function objectsOf(pdf: Buffer): Map<string, string> {
  const objects = pdf.toString('latin1').matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm);
  return new Map([...objects].map(([, number = '', body = '']) => [number, unpacked(body)]));
}

function unpacked(body: string): string {
  const [, packed] = /^stream\n([\s\S]*)\nendstream$/m.exec(body) ?? [];
  if (packed === undefined || !body.includes('/FlateDecode')) return body;
  return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
}

/** What each glyph of a font reads as: its table is there so that the words can be copied out again. */
function lettersOf(table: string): string[] {
  const [, letters = ''] = /beginbfrange\n[^[]*\[(.*)\]/s.exec(table) ?? [];
  const codes = (hex: string) => hex.split(' ').map((code) => Number.parseInt(code, 16));
  return [...letters.matchAll(/<([^>]*)>/g)].map(([, hex = '']) => String.fromCharCode(...codes(hex)));
}

/** The words of a PDF that `pdfkit` made with fonts of its own, line after line. */
export function wordsOfPdf(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const at = (body: string, key: string): string => {
    const [, number = ''] = new RegExp(`/${key} (\\d+) 0 R`).exec(body) ?? [];
    return objects.get(number) ?? '';
  };
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body));
  return pages
    .map((page) => wordsOfPage(at(page, 'Contents'), (font) => at(at(at(page, 'Resources'), font), 'ToUnicode')))
    .join('\n');
}

function wordsOfPage(drawn: string, tableOf: (font: string) => string): string {
  let letters: string[] = [];
  const lines: string[] = [];
  for (const [, font, glyphs = ''] of drawn.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*)\] TJ/g)) {
    if (font !== undefined) letters = lettersOf(tableOf(font));
    else
      lines.push(
        glyphs.replace(/<(\w*)>|[^<]+/g, (_, hex = '') =>
          (hex as string).replace(/.{4}/g, (code) => letters[Number.parseInt(code, 16)] ?? '?'),
        ),
      );
  }
  return lines.join('\n');
}
