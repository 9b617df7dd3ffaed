import type { AgreementView } from '@mash/contracts';
import { agreementStub } from '../../../../browser-tests/stubs/agreement-stub';
import { compareView, differencesOf } from './compare.presenter';

const before = agreementStub({ version: 1 });
const changedTo = (changes: Partial<AgreementView>) => {
  const { added, removed, changed } = differencesOf(before, agreementStub({ version: 2, ...changes }));
  return { added, removed, changed };
};
const [allow, deny] = before.lines;
if (allow === undefined || deny === undefined) throw new Error('The stub has two lines');

describe('Two versions of an agreement', () => {
  test('that say the same differ in nothing', () => {
    expect(compareView(before, agreementStub({ version: 2 })).heading).toBe(
      'Nothing differs between version 1 and version 2',
    );
  });

  test('are compared line by line: what a line gained and what it lost', () => {
    const lines = [{ ...allow, categories: ['police-incidents' as const, 'protective-orders' as const] }, deny];
    expect(changedTo({ lines })).toEqual({
      added: ['The police may give information to Riverside Council: now also about protective orders and bail.'],
      removed: ['The police may give information to Riverside Council: no longer about missing episodes.'],
      changed: [],
    });
  });

  test('a line that is new or gone is told whole', () => {
    const { added, removed } = changedTo({ lines: [allow, { ...deny, lineId: 'another' }] });
    expect(added).toEqual([expect.stringMatching(/^Exception, .* the police may not give information/)]);
    expect(removed).toEqual(added);
  });

  test('a line that turned round says what it was', () => {
    expect(changedTo({ lines: [{ ...allow, effect: 'deny' }, deny] }).changed).toEqual([
      'The police may not give information to Riverside Council: before, this was allowed.',
    ]);
    expect(changedTo({ lines: [allow, { ...deny, rank: 'default' }] }).changed[0]).toContain('no longer an exception');
  });

  test('who joined, who left, and what a party rests on', () => {
    const [council, police] = before.parties;
    if (council === undefined || police === undefined) throw new Error('The stub has two parties');
    const charity = { agencyId: 'a-charity', role: 'controller' as const };
    const bases = [{ agencyId: police.agencyId, categories: ['police-incidents' as const], basis: ['TASK' as const] }];
    const { added, removed } = changedTo({ parties: [police, charity], bases });
    expect(added).toEqual(['a-charity is a party.']);
    expect(removed[0]).toBe('Riverside Council is no longer a party.');
    expect(removed).toContainEqual(
      expect.stringMatching(/^Riverside Police, incidents and call-outs: no longer rests on this: .*16LA/),
    );
  });

  test('and in every field that a reader could miss', () => {
    const words = { ...before.words, retention: 'Ten years.' };
    expect(changedTo({ reviewDue: '2027-01-01', words, inForceTo: '2028-01-01' }).changed).toEqual([
      'Last day: was "No last day", is "1 January 2028".',
      'Review due: was "30 June 2026", is "1 January 2027".',
      'How long it is kept: was "Until the child is 25.", is "Ten years.".',
    ]);
  });

  test('stand side by side, with what differs marked', () => {
    const view = compareView(before, agreementStub({ version: 2, title: 'Another' }));
    expect(view.columns).toEqual(['Version 1', 'Version 2']);
    expect(differing(view)).toEqual(['Title']);
  });

  const compared = (changes: Partial<AgreementView>) => compareView(before, agreementStub({ version: 2, ...changes }));
  const differing = (view: ReturnType<typeof compareView>) =>
    view.rows.filter(({ differs }) => differs).map(({ what }) => what);
  const sidesOf = (view: ReturnType<typeof compareView>, what: string) =>
    view.rows.find((row) => row.what === what)?.sides;

  test('have each line opposite its own former self, wherever it stands, and what is new or gone said to be absent', () => {
    const view = compared({ lines: [{ ...deny, lineId: 'another' }, allow] });
    expect(view.rows.slice(0, 3).map(({ what, differs }) => [what, differs])).toEqual([
      ['Line another', true],
      ['Line police-answers', false],
      ['Line no-convictions', true],
    ]);
    expect(sidesOf(view, 'Line another')?.[0]).toEqual(['Not in this version']);
    expect(sidesOf(view, 'Line no-convictions')?.[1]).toEqual(['Not in this version']);
    const [was, is] = sidesOf(view, 'Line police-answers') ?? [];
    expect(was).toEqual(is);
  });

  test('mark a line of which only the standing onward release differs, and show it', () => {
    const passing = { ...allow, modes: ['content' as const, 'onward' as const] };
    const after = { ...passing, standingRelease: ['team_sc' as const] };
    const view = compareView(agreementStub({ lines: [passing] }), agreementStub({ version: 4, lines: [after] }));
    expect(differing(view)).toEqual(['Line police-answers']);
    expect(sidesOf(view, 'Line police-answers')?.[1]?.[0]).toContain(
      "The hub may pass it on to children's social care without asking again.",
    );
    expect(view.groups[0]?.sentences).toEqual([
      expect.stringContaining("the hub may now pass it on without asking again to children's social care."),
    ]);
  });

  test('say of a standing release on a line that passes nothing on that it has no effect', () => {
    const view = compared({ lines: [{ ...allow, standingRelease: ['police'] }, deny] });
    expect(differing(view)).toEqual(['Line police-answers']);
    expect(view.groups.map(({ heading }) => heading)).toEqual(['Changed']);
    expect(sidesOf(view, 'Line police-answers')?.[1]?.[0]).toContain('named too, without effect');
  });

  test('mark what a party takes on, and which party rests on what', () => {
    const [council, police] = before.parties;
    const view = compared({ parties: [{ ...council!, responsibilities: 'Runs the hub, day and night.' }, police!] });
    expect(differing(view)).toEqual(['Party: Riverside Council']);
    expect(sidesOf(view, 'Party: Riverside Council')?.[0]).toContain('It takes on: Runs the hub.');
    expect(differing(compared({ bases: [] }))).toEqual(['Legal grounds of Riverside Police']);
  });

  test('do not mark a line whose categories only stand in another order', () => {
    const turned = { ...allow, categories: [...allow.categories].reverse() };
    expect(differing(compared({ lines: [turned, deny] }))).toEqual([]);
  });
});
