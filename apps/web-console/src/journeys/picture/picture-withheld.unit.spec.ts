import type { ReleasedItem } from '@mash/contracts';
import { pictureView, type PictureGiven } from './picture.presenter';
import { contactId, given, id, item, released, withheld } from './testing/a-picture';

describe('The picture: why something is shown', () => {
  const law = ['UK GDPR 6(1)(e)', 'Children Act 2004 s16LA'];

  test('names the law and the rule of each item, and of the concern', () => {
    const concern = item(50, { itemId: contactId, envelopeId: contactId, content: { narrative: 'A bruise.' } });
    const items = [item(1, { lawfulBasis: law, rule: 'R-AGR-01' }), { ...concern, lawfulBasis: law, rule: 'R-THR-03' }];
    const view = pictureView(given({ released: released(items) }));
    expect(view.chronology.rows[0]?.basis).toEqual({ law, rule: 'Rule R-AGR-01', restsOn: [] });
    expect(view.concern.basis).toEqual({ law, rule: 'Rule R-THR-03', restsOn: [] });
  });

  test('names no rule that would give the cause away, and nothing where no law is cited', () => {
    const hidden = pictureView(given({ released: released([item(1, { lawfulBasis: law, rule: 'hidden' })]) }));
    expect(hidden.chronology.rows[0]?.basis).toEqual({ law, rule: undefined, restsOn: [] });
    expect(pictureView(given({ released: released([item(1)]) })).chronology.rows[0]?.basis).toBeUndefined();
  });
});

const wordsOf = (of: PictureGiven) => pictureView(of).withheld.map(({ words }) => words);

describe('The picture: what is withheld', () => {
  test('says who answers and by when, the soonest where several wait, and who has let it pass', () => {
    const waits = (dueAt: string, releaser: string) => ({ ...withheld, dueAt, releaser });
    const items = [
      waits('2026-11-23T15:30:00.000Z', 'The hub manager'),
      waits('2026-11-23T14:30:00.000Z', 'The hub manager'),
      waits('2026-11-23T13:00:00.000Z', 'Riverside Police'),
    ];
    const said = 'Riverside Police: withheld. They have set conditions on who may see it. Ask them.';
    expect(wordsOf(given({ released: released(items) }))).toEqual([
      `${said} Riverside Police was to answer by 13:00 today, and has not.`,
      `${said} The hub manager answers by 14:30 today.`,
    ]);
  });

  test('names all who have still to say yes, and by when the last of them is due', () => {
    const both = ['Riverside Police', 'Information governance'];
    const waits = { ...withheld, dueAt: '2026-11-23T15:30:00.000Z', releaser: 'Riverside Police', releasers: both };
    const said = (changes: Partial<ReleasedItem> = {}) =>
      wordsOf(given({ released: released([{ ...waits, ...changes }]) }))[0];
    expect(said()).toContain(
      'Riverside Police and information governance answer by 15:30 today. It needs a yes from both.',
    );
    expect(said({ dueAt: '2026-11-23T13:00:00.000Z' })).toContain('were to answer by 13:00 today, and have not.');
    expect(said({ releasers: [...both, 'The hub manager'] })).toContain(
      'Riverside Police, information governance and the hub manager answer by 15:30 today. It needs a yes from all of them.',
    );
  });

  test('says agency and sentence once, whatever the number; no date, category or count', () => {
    const view = pictureView(given({ released: released([withheld, { ...withheld, itemId: id(999) }]) }));
    expect(view.withheld).toEqual([
      { words: 'Riverside Police: withheld. They have set conditions on who may see it. Ask them.' },
    ]);
    expect(view.chronology.rows).toEqual([]);
  });

  test('leads a manager who may override to one refusal of the rules, whatever their number, and nobody else', () => {
    const refused = { ...withheld, outcome: 'DENY', overridable: true } as const;
    const items = [withheld, refused, { ...refused, itemId: id(999), decisionId: id(301) }];
    const lineFor = (mayOverride: boolean) => pictureView(given({ released: released(items), mayOverride })).withheld;
    expect(lineFor(true)).toEqual([{ words: expect.any(String) as string, overrideHref: `/overrides/of/${id(300)}` }]);
    expect(lineFor(false)).toEqual([{ words: expect.any(String) as string }]);
  });

  test('without the item the page is the same, but for that line', () => {
    const { withheld: _one, ...withIt } = pictureView(given({ released: released([item(1), withheld]) }));
    const { withheld: _none, ...without } = pictureView(given({ released: released([item(1)]) }));
    expect(withIt).toEqual(without);
  });

  test('always ends with the same sentence', () => {
    expect(pictureView(given()).mayBeMore).toBe('There may be information that we cannot tell you about.');
  });

  test('says aloud that something could not be opened', () => {
    const refused = [{ envelopeId: id(100), code: 'SEAL.HEADER_MISMATCH' }];
    expect(pictureView(given({ released: { ...released([]), refused } })).notHere).toEqual([
      'Riverside Police: something they sent could not be opened. Ask them to send it again.',
    ]);
  });

  test('says aloud, once for an agency, that what it answered is not there any more', () => {
    const missing = [1, 2].map((number) => ({ answerId: id(number), agencyId: 'riverside-police' }));
    expect(pictureView(given({ released: { ...released([]), missing } })).notHere).toEqual([
      'Riverside Police: an answer of theirs that was accepted is not there any more, and nothing of it is here. Ask them what they answered, and tell the service desk.',
    ]);
    expect(pictureView(given()).notHere).toEqual([]);
  });

  test('says of an answer that is being checked that it is not here yet', () => {
    const unchecked = [{ agencyName: 'Riverside Police', receivedAt: '2026-11-23T13:30:00.000Z' }];
    expect(pictureView(given({ unchecked })).notHere).toEqual([
      expect.stringMatching(/^Riverside Police: an answer came in .*13:30.* and is being checked/),
    ]);
  });

  test('shows the concern as far as it may be read, in its own place and not among what agencies know', () => {
    const concern = item(1, {
      envelopeId: contactId,
      itemId: contactId,
      agencyId: 'riverside-council',
      content: { narrative: 'He was cold.' },
    });
    const view = pictureView(given({ released: released([concern]) }));
    expect(view.concern).toMatchObject({ words: 'He was cold.', isGap: false });
    expect(view.chronology.rows).toEqual([]);
    const where = { ...concern, content: { narrative: 'He was cold.', whereIsTheChildNow: 'At a friend' } };
    const words = 'He was cold.\n\nWhere the child is now: At a friend';
    expect(pictureView(given({ released: released([where]) })).concern).toMatchObject({ words });
    expect(pictureView(given()).concern.isGap).toBe(true);
  });
});
