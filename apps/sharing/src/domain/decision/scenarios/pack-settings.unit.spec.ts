import { decide } from '../decide';
import { compileRules } from '../engine/compile-rules';
import { SETTING_OF_ROW, type SharingPackSettings } from '../engine/pack-settings';
import { RULE_BOOK } from '../rules/rule-book';
import { asking, content, onward, type Tale } from './tale.scenarios';

const said = (tale: Tale, pack: Partial<SharingPackSettings>) => {
  const { outcome, releasers } = decide(tale.question, compileRules({ pack }));
  return releasers.length === 0 ? outcome : `${outcome} by ${releasers.join(', ')}`;
};
const charity = asking('voluntary').where({ toDuty: 'unbound' }).at('s17').consent('refused');

describe('What a pack may set of the rule book', () => {
  test('is a setting for each row marked +p, and for no other', () => {
    const marked = new Set(RULE_BOOK.filter(({ pack }) => pack).map(({ row }) => row));
    expect(new Set(Object.keys(SETTING_OF_ROW))).toEqual(marked);
  });

  test.each<[string, Tale, Partial<SharingPackSettings>, string, string]>([
    ['R-AGR-03', content().agreed('expired'), { agreementGap: 'permit' }, 'REVIEW by M', 'PERMIT'],
    [
      'R-CONS-03',
      onward().to('team_other').at('s17').service('not_sought'),
      { helpWithoutService: 'deny' },
      'REVIEW by M',
      'DENY',
    ],
    [
      'R-CONS-07',
      content().at('s17').consent('not_sought'),
      { noGroundBetweenBound: 'review' },
      'PERMIT',
      'REVIEW by M',
    ],
    ['R-BODY-01', charity, { askingUnbound: 'deny' }, 'REVIEW by M', 'DENY'],
  ])('%s: the book says one thing, and the pack that sets it another', (_row, tale, pack, book, packed) => {
    expect([said(tale, {}), said(tale, pack)]).toEqual([book, packed]);
  });

  test('makes another version of the rules for each row that it changes', () => {
    const changes: Partial<SharingPackSettings>[] = [
      {},
      { agreementGap: 'permit' },
      { helpWithoutService: 'deny' },
      { noGroundBetweenBound: 'review' },
      { askingUnbound: 'deny' },
    ];
    expect(new Set(changes.map((pack) => compileRules({ pack }).version)).size).toBe(changes.length);
  });
});
