import type { CodedFact } from './decision';

/** Facts that R-GATE-02 may miss, in the words of whoever has to find them out. */
const WORDS: Readonly<Partial<Record<CodedFact, string>>> = {
  threshold: 'the threshold reached',
  purpose: 'what it is for',
  subjectKind: 'whether this is a child, an unborn baby or an adult, and of what age',
  relation: 'what this person is to the child',
  bar: 'whether a law bars this information',
  release: 'what its holder says of releasing it',
  detriment: 'whether releasing it would harm somebody',
  objects: 'whether this child objects',
  dispute: 'whether those with parental responsibility disagree',
  pr: 'who holds parental responsibility',
  consent: 'whether consent to share was given, refused or not asked for',
};

/** @returns a list such as "the threshold reached; who holds parental responsibility", in the order of the rule book */
export function unknownFactWords(facts: readonly string[]): string {
  return facts.map((fact) => WORDS[fact as CodedFact] ?? 'a fact that the rules need').join('; ');
}
