import type { PublicAgreementPage } from '@mash/contracts';
import { agreementStub } from '../../../../browser-tests/stubs/agreement-stub';
import { wordsOfPdf } from '../../../../browser-tests/support/words-of-pdf';
import PDFDocument from 'pdfkit';
import { agreementPdf, printable, withFonts } from './agreement-pdf';
import { MadePdfs } from './made-pdfs';
import { publicAgreementView } from './public-agreement.presenter';
import { publicListView } from './public-list.presenter';
import type { Block } from './public-sections';

const { agreementId: _id, state: _state, approvals: _a, findings: _f, may: _may, ...content } = agreementStub();
const partnership = { slug: 'riverside', name: 'Riverside', contact: { office: 'Information governance' } };
const [council, police] = content.parties;
const shown = (changes: Partial<PublicAgreementPage['agreement']> = {}) =>
  publicAgreementView(
    {
      partnership,
      agreement: {
        ...content,
        parties: [{ ...council!, approved: { on: '2025-12-20', jobTitle: 'Data protection officer' } }, police!],
        versions: [
          { version: 3, state: 'in_force', inForceFrom: '2026-01-01' },
          { version: 2, state: 'superseded', inForceFrom: '2025-01-01', endedOn: '2026-01-01' },
        ],
        ...changes,
      },
    },
    new Date('2026-11-28T14:05:00Z'),
  );
const section = (view: ReturnType<typeof shown>, heading: string): string =>
  JSON.stringify(view.sections.find((one) => one.heading === heading)?.blocks);

describe('An agreement in public', () => {
  test('says first whether anything is shared under it today', () => {
    expect(shown().standing).toContain('Its review has been due since 30 June 2026.');
    expect(shown({ standing: 'stopped', stoppedOn: '2026-11-01' }).standing).toBe(
      'Stopped on 1 November 2026. It no longer counts.',
    );
    expect(shown({ standing: 'expired', inForceTo: '2026-06-30' }).standing).toContain('Expired on 30 June 2026.');
  });

  test('says who shares what, why, on what ground, for how long, whom to ask, and who agreed', () => {
    const view = shown();
    expect(section(view, 'Who may share what with whom')).toContain(
      'The police may give information to Riverside Council',
    );
    expect(section(view, 'On what legal ground')).toContain('Children Act 2004 section 16LA');
    expect(section(view, 'How long it is kept')).toContain('Until the child is 25.');
    expect(section(view, 'How to ask or object')).toContain('Information governance');
    expect(section(view, 'Who agreed to this')).toContain('Approved on 20 December 2025 (Data protection officer).');
    expect(section(view, 'Versions')).toContain('Version 2: from 1 January 2025, to 1 January 2026');
    expect(view.foot).toBe('Version 3, as it stood on 28 November 2026, 14:05.');
  });

  test('says of a version that was over before it counted that it was', () => {
    const versions = [{ version: 1, state: 'superseded' as const, inForceFrom: '2027-01-01', endedOn: '2026-12-15' }];
    expect(section(shown({ versions }), 'Versions')).toContain(
      'Version 1: ended on 15 December 2026, before it ever counted',
    );
  });

  test('says to whom the hub may pass it on without asking again', () => {
    const lines = [{ ...content.lines[0]!, modes: ['onward' as const], standingRelease: ['team_eh' as const] }];
    expect(section(shown({ lines }), 'Who may share what with whom')).toContain(
      'The hub may pass it on to early help without asking again.',
    );
  });

  test('has those that count first in the list', () => {
    const one = (slug: string, standing: 'in_force' | 'expired') => ({
      slug,
      standing,
      title: slug,
      parties: ['A', 'B'],
    });
    const view = publicListView({ partnership, agreements: [one('a', 'expired'), one('b', 'in_force')] });
    expect(view.agreements.map(({ title, standing, between }) => [title, standing, between])).toEqual([
      ['b', 'In force', 'A and B'],
      ['a', 'Expired', 'A and B'],
    ]);
  });
});

const wordsOf = (block: Block): readonly string[] => {
  if (block.kind === 'text') return [block.text];
  return block.kind === 'list' ? block.items : [block.heading, ...block.blocks.flatMap(wordsOf)];
};
const listed = (block: Block): readonly string[] => {
  if (block.kind === 'text') return [];
  return block.kind === 'list' ? block.items : block.blocks.flatMap(listed);
};

/** Whether a font of the document has a letter: its width alone would not say it, its table does. */
const knows = (doc: PDFKit.PDFDocument, letter: string): boolean => {
  const { _font } = doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } };
  return _font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
};

describe('Its PDF', () => {
  const read = async (view = shown()) => (await agreementPdf(view)).toString('latin1');

  test('is tagged, with a title and a language, so that it can be listened to', async () => {
    const pdf = await read();
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    for (const mark of [
      '/Marked true',
      '/StructTreeRoot',
      '/Lang (en-GB)',
      '/DisplayDocTitle true',
      '/S /H1',
      '/S /H2',
      '/S /LI',
    ])
      expect(pdf).toContain(mark);
    expect(pdf).toContain('(Riverside hub sharing agreement)');
  });

  test('says all that the page says, in the same order', async () => {
    const view = shown();
    const { partnership: whose, title, standing, sections, foot } = view;
    const page = [
      whose,
      title,
      standing,
      ...sections.flatMap((one) => [one.heading, ...one.blocks.flatMap(wordsOf)]),
      foot,
    ];
    // Where a line ends, and the dot before an entry of a list, are of the paper alone.
    const bare = (words: string) => words.replace(/[\s\u2022]/g, '');
    expect(bare(wordsOfPdf(await agreementPdf(view)))).toBe(bare(page.join('')));
  });

  test('has a heading of every section, and an entry of everything that is listed', async () => {
    const view = shown();
    const pdf = await read(view);
    const many = (tag: string) => pdf.split(`/S /${tag}\n`).length - 1;
    const blocks = view.sections.flatMap((one) => one.blocks);
    expect(many('H2')).toBe(view.sections.length);
    expect(many('H3')).toBe(blocks.filter(({ kind }) => kind === 'part').length);
    expect(many('LI')).toBe(blocks.flatMap(listed).length);
  });

  test('is made once for as long as it says the same, and anew when sharing was stopped', async () => {
    const made = new MadePdfs();
    const first = made.of(shown());
    expect(made.of(shown())).toBe(first);
    const stopped = made.of(shown({ standing: 'stopped', stoppedOn: '2026-11-28' }));
    expect(stopped).not.toBe(first);
    expect((await stopped).equals(await first)).toBe(false);
  });

  test('leaves no letter to chance: one that the fonts do not know reads as a question mark', () => {
    const names = 'Llanŵr Tŷ Łódź Őrség Šibenik Þorlák Ẃyn Αθήνα Київ “quoted” – €5 • №2';
    expect(printable(names)).toBe(names);
    expect(printable('a \u202e b \u{1f600} c \u05d0')).toBe('a ? b ? c ?');
    expect(printable('w\u0302')).toBe('ŵ');
    expect(printable('One.\r\nTwo.\tThree.')).toBe('One. Two. Three.');
  });

  test('what counts as known is what both fonts know, letter by letter', () => {
    const known = Array.from({ length: 0x2700 }, (_, code) => String.fromCodePoint(code)).filter(
      (letter) => letter >= ' ' && letter.normalize('NFC') === letter && printable(letter) === letter,
    );
    const lacking = (font: string) => {
      const doc = withFonts(new PDFDocument()).font(font);
      return known.filter((letter) => !knows(doc, letter));
    };
    expect([known.length > 1000, lacking('plain'), lacking('bold')]).toEqual([true, [], []]);
  });

  test('the letters that it uses are embedded, and so that they can be copied out again', async () => {
    const pdf = await read(shown({ title: 'Tŷ Gŵyr' }));
    expect(pdf).toMatch(/\/FontFile2/);
    expect(pdf).toMatch(/\/ToUnicode/);
    expect(pdf).not.toContain('Helvetica');
  });
});
