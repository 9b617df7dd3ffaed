import { AnswerDraft, DraftCoverage, type DraftItem } from '../draft/answer-draft';
import { answerParts, type AnsweringFor } from './answer-parts';

const child = '0198cccc-0000-7000-8000-000000000004';
const mother = '0198cccc-0000-7000-8000-000000000005';
const searched = DraftCoverage.parse({
  state: 'known_current',
  identity: 'confirmed',
  systems: 'Records system',
  identifiersUsed: ['name'],
});
const item = (changes: Partial<DraftItem> = {}): DraftItem => ({
  itemId: '0198cccc-0000-7000-8000-000000000020',
  personId: child,
  category: 'police-incidents',
  when: { date: '2026-11-03' },
  kind: 'fact',
  text: 'Called to the house. Neighbour Jo rang.',
  source: 'Records system',
  handling: 'P',
  flags: [],
  thirds: 'personal',
  thirdPartyWords: ['Neighbour Jo'],
  redactionDefeats: false,
  bar: 'none',
  isOld: false,
  isSignUnder13: false,
  isInConfidence: false,
  ...changes,
});
const draft = (changes: Partial<AnswerDraft> = {}): AnswerDraft =>
  AnswerDraft.parse({
    answerId: '0198cccc-0000-7000-8000-000000000030',
    coverage: { [child]: searched, [mother]: { ...searched, state: 'not_known' } },
    items: [item()],
    ...changes,
  });
const answering: AnsweringFor = {
  personIds: [child, mother],
  agencyKind: 'police',
  answeredBy: { name: 'Sam Doyle', roleTitle: 'Police liaison' },
  today: '2026-11-23',
  complete: true,
};

describe('The parts of an answer', () => {
  test('are one for each person, with content and facts that agree', () => {
    const { parts, errors } = answerParts(draft(), answering);
    expect(errors).toEqual([]);
    expect(parts.map(({ personId }) => personId)).toEqual([child, mother]);
    expect(parts[0]?.facts.items[0]).toMatchObject({
      class: 'criminal',
      confidential: false,
      subjects: [child],
      thirds: 'personal',
      thirdPartyPassages: [{ from: 21, to: 33 }],
      bar: 'none',
      dates: { from: '2026-11-03', to: '2026-11-03' },
    });
    expect(parts[1]?.content.items).toEqual([]);
  });

  test('of a health body are confidential whatever the category, and of others where they are about health', () => {
    const byHealth = answerParts(draft(), { ...answering, agencyKind: 'health' });
    expect(byHealth.parts[0]?.facts.items[0]?.confidential).toBe(true);
    const aboutHealth = answerParts(draft({ items: [item({ category: 'sexual-health' })] }), answering);
    expect(aboutHealth.parts[0]?.facts.items[0]).toMatchObject({
      confidential: true,
      class: 'special',
      bar: 'sexual_health',
    });
  });

  test('of any other body are confidential where its officer says so', () => {
    const told = answerParts(draft({ items: [item({ isInConfidence: true })] }), answering);
    expect(told.parts[0]?.facts.items[0]?.confidential).toBe(true);
  });

  test('need everybody in a full answer; a part answer takes those who were searched for', () => {
    const half = draft({ coverage: { [child]: searched } });
    expect(answerParts(half, answering).errors.map(({ field }) => field)).toEqual([`state-${mother}`]);
    const part = answerParts(half, { ...answering, complete: false });
    expect(part.errors).toEqual([]);
    expect(part.parts.map(({ personId }) => personId)).toEqual([child]);
  });

  test('with nothing searched at all are no answer, not even a part of one', () => {
    const nothing = draft({ coverage: {}, items: [] });
    expect(answerParts(nothing, { ...answering, complete: false }).errors).toHaveLength(1);
  });

  test('cannot bring items of somebody "not known"', () => {
    const coverage = { [child]: { ...searched, state: 'not_known' as const }, [mother]: searched };
    const { parts, errors } = answerParts(draft({ coverage }), answering);
    expect(parts).toEqual([]);
    expect(errors[0]).toMatchObject({ field: `state-${child}` });
    expect(errors[0]?.text).toContain('Person 1');
  });

  test('lead to the list of items where one could not be sealed: handling C without its condition', () => {
    const { errors } = answerParts(draft({ items: [item({ handling: 'C' })] }), answering);
    expect(errors).toEqual([{ field: 'items', text: 'Change the item about incidents and call-outs' }]);
  });
});
