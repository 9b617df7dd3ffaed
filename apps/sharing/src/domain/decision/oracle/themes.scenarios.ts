import * as fc from 'fast-check';
import { CODED_FACTS, codesOf } from '../facts/fact-catalogue';
import type { CodedFact, SharingQuestion } from '../facts/sharing-question';

type Theme = fc.Arbitrary<Partial<SharingQuestion>>;

const any = (...facts: CodedFact[]): { [F in CodedFact]?: fc.Arbitrary<unknown> } =>
  Object.fromEntries(facts.map((fact) => [fact, fc.constantFrom(...codesOf(fact))]));

/** A theme: some facts drawn evenly from the codes that are named, some from all of theirs. */
const theme = (codes: { [F in CodedFact]?: SharingQuestion[F][] }, ...even: CodedFact[]): Theme =>
  fc.record({
    ...any(...even),
    ...Object.fromEntries(
      CODED_FACTS.flatMap((fact) => (codes[fact] ? [[fact, fc.constantFrom(...(codes[fact] as string[]))]] : [])),
    ),
  }) as Theme;

/**
 * What chance alone would hardly ever bring together: the facts that a narrow row turns on. Each leaves the other facts to chance, and
 * draws its own widely enough that the row is missed as often as it is met.
 */
export const anyTheme: Theme = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  theme(
    { fromKind: ['police'], toKind: ['education', 'council', 'childcare'], purpose: ['ENCOMPASS'] },
    'encompassRole',
    'toDuty',
  ),
  theme(
    { subjectKind: ['13_15', '16_17', 'u13'] },
    'objects',
    'competence',
    'parentRefuses',
    'dispute',
    'pr',
    'audience',
  ),
  theme(
    { toKind: ['council_other', 'council'], agreement: ['none', 'expired'] },
    'crossBorder',
    'threshold',
    'uncovered',
  ),
  theme({ fromKind: ['council', 'health'], toKind: ['council'], purpose: ['SCREEN', 'EH'] }, 'need', 'fromS47List'),
  theme({ mode: ['content', 'existence'], fromDuty: ['unbound'] }, 'fromKind', 'statesTask', 'dataClass', 'ground'),
  theme({ handling: ['C', 'unmapped', 'P'] }, 'met', 'inList', 'release', 'mode', 'audience'),
  theme(
    { bar: ['court', 'sexual_health'], audience: ['hub_manager', 'team_sc', 'police', 'agency'] },
    'threshold',
    'sign',
  ),
  theme({ subjectKind: ['unborn', 'adult', '18_25'] }, 'sibling', 'relation', 'fromS47List', 'consent'),
  theme({ subjectKind: ['unborn'] }, 'siblingKind', 'competence', 'objects', 'dispute', 'pr', 'parentRefuses'),
);
