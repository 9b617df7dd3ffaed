import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { PublicAgreementView } from './public-agreement.presenter';
import type { Block, Section } from './public-sections';

type Doc = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

const MARGIN = 57; // 20 mm
const INDENT = 14;
/**
 * What both fonts know, and no more (`fonts/README.md`): Latin with the letters of Welsh and of Central and Northern Europe, Greek, Cyrillic, and the
 * marks of ordinary writing. Marks that turn the direction of writing are not among them.
 */
const UNKNOWN =
  /[^\u0020-\u007e\u00a0-\u024f\u0259\u02bb-\u02bd\u02c6-\u02dd\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0525\u1e00-\u1efb\u2010-\u2027\u2030-\u203a\u2044\u20ac\u2116\u2122\u2190-\u2193\u2212\u2260\u2264\u2265]/gu;

const fontFile = (name: string): Buffer => readFileSync(join(__dirname, 'fonts', name));
const PLAIN = fontFile('DejaVuSans.ttf');
const BOLD = fontFile('DejaVuSans-Bold.ttf');

/** A document with both fonts, by the names `plain` and `bold`. */
export const withFonts = (doc: Doc): Doc => doc.registerFont('plain', PLAIN).registerFont('bold', BOLD);

/** Words on one line, with what the fonts do not know as question marks. */
export const printable = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/[\t\r\n]+/g, ' ')
    .replace(UNKNOWN, '?');

/**
 * The public page as a PDF: tagged (headings, paragraphs, lists in reading order), with title and language, so that a screen reader
 * reads it as it reads the page. The letters that it uses are embedded: it looks the same wherever it is read.
 */
export function agreementPdf(view: PublicAgreementView): Promise<Buffer> {
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: MARGIN, pdfVersion: '1.7', tagged: true, lang: 'en-GB', displayTitle: true },
    info: {
      Title: printable(view.title),
      Author: printable(view.partnership),
      Subject: 'Information sharing agreement',
    },
  });
  withFonts(doc);
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  write(doc, root, 'P', view.partnership, { size: 11 });
  write(doc, root, 'H1', view.title, { size: 22, bold: true, after: 6 });
  write(doc, root, 'P', view.standing, { size: 12, bold: true, after: 10 });
  for (const section of view.sections) writeSection(doc, root, section);
  write(doc, root, 'P', view.foot, { size: 9 });
  root.end();
  doc.end();
  return done;
}

function writeSection(doc: Doc, root: Structure, { heading, blocks }: Section): void {
  const section = doc.struct('Sect');
  root.add(section);
  write(doc, section, 'H2', heading, { size: 15, bold: true, before: 6, after: 4 });
  for (const block of blocks) writeBlock(doc, section, block);
  section.end();
}

function writeBlock(doc: Doc, parent: Structure, block: Block): void {
  if (block.kind === 'text') write(doc, parent, 'P', block.text, { size: 11, after: 5 });
  else if (block.kind === 'list') writeList(doc, parent, block.items);
  else {
    write(doc, parent, 'H3', block.heading, { size: 11.5, bold: true, before: 4, after: 2 });
    for (const inner of block.blocks) writeBlock(doc, parent, inner);
  }
}

function writeList(doc: Doc, parent: Structure, items: readonly string[]): void {
  const list = doc.struct('L');
  parent.add(list);
  for (const item of items) {
    const entry = doc.struct('LI');
    list.add(entry);
    write(doc, entry, 'LBody', `\u2022 ${item}`, { size: 11, after: 2, indent: INDENT });
    entry.end();
  }
  list.end();
  doc.moveDown(0.3);
}

interface Look {
  readonly size: number;
  readonly bold?: boolean;
  readonly before?: number;
  readonly after?: number;
  readonly indent?: number;
}

function write(doc: Doc, parent: Structure, tag: string, words: string, look: Look): void {
  const { size, bold = false, before = 0, after = 3, indent = 0 } = look;
  parent.add(
    doc.struct(tag, {}, () => {
      doc.y += before;
      doc.font(bold ? 'bold' : 'plain').fontSize(size);
      doc.text(printable(words), MARGIN + indent, doc.y, { width: doc.page.width - 2 * MARGIN - indent });
      doc.y += after;
    }),
  );
}
