import * as fc from 'fast-check';
import { speaksForThemselves } from '../decision';
import { consentOfSubject, type ConsentAsked, type KeptStatement } from './consent-of-subject';

const [CHILD, SISTER] = ['the-child', 'the-sister'];
const PARENTS = ['mother', 'father', 'step-father'];

const anyWord = fc
  .record({
    personId: fc.constantFrom(CHILD, CHILD, CHILD, SISTER),
    kind: fc.constantFrom('sharing', 'sharing', 'service'),
    state: fc.constantFrom('given', 'given', 'refused', 'withdrawn', 'not_sought', 'unknown'),
    givenBy: fc.constantFrom(
      'self',
      'parent_with_pr',
      'parent_with_pr',
      'parent_pr_unproven',
      'other',
      'not_applicable',
    ),
    namedAs: fc.option(fc.constantFrom(...PARENTS), { nil: null }),
    bodies: fc.oneof(fc.constant([]), fc.subarray(['school', 'nursery'])),
    purposes: fc.oneof(fc.constant([]), fc.subarray(['S17', 'EH'])),
  })
  .map(({ namedAs, ...said }) => {
    const isAsked = said.state !== 'not_sought' && said.state !== 'unknown';
    const givenBy = isAsked ? said.givenBy : 'not_applicable';
    const isAdult = givenBy !== 'self' && givenBy !== 'not_applicable';
    return { ...said, givenBy, givenById: isAdult ? namedAs : null, ground: null };
  }) as unknown as fc.Arbitrary<KeptStatement>;

/** Newest first. */
const anyWords = fc.array(anyWord, { maxLength: 6 });

const anyAsked = fc
  .record({
    personId: fc.constant(CHILD),
    kind: fc.constant('sharing'),
    who: fc.record({
      subjectKind: fc.constantFrom('u13', 'u13', '13_15', '16_17', 'adult'),
      competence: fc.constantFrom('yes', 'no', 'not_assessed'),
    }),
    toAgencyId: fc.constantFrom('school', 'health'),
    purpose: fc.constantFrom('S17', 'S47'),
    provenParents: fc.subarray(PARENTS),
    parentalResponsibilityProven: fc.boolean(),
    disprovedParents: fc.subarray(PARENTS),
    doubtedParents: fc.oneof(fc.constant([]), fc.subarray(PARENTS)),
  })
  .map((asked) => ({
    ...asked,
    someParentDisproved: asked.disprovedParents.length + asked.doubtedParents.length > 0,
  })) as fc.Arbitrary<ConsentAsked>;

type Read = ReturnType<typeof consentOfSubject>;
const reading = ({ consent, dispute, pr, parentRefuses, known }: Read) => ({
  consent,
  dispute,
  pr,
  parentRefuses,
  known,
});
const read = (words: readonly KeptStatement[], asked: ConsentAsked) => reading(consentOfSubject(words, asked));

const isNo = ({ state }: KeptStatement): boolean => state === 'refused' || state === 'withdrawn';
const isOfTheChild = ({ personId, kind }: KeptStatement): boolean => personId === CHILD && kind === 'sharing';
const reachesAsked = ({ bodies, purposes }: KeptStatement, { toAgencyId, purpose }: ConsentAsked): boolean =>
  (bodies.length === 0 || bodies.includes(toAgencyId!)) && (purposes.length === 0 || purposes.includes(purpose!));

/** Whose word opens or closes the child's record: their own, or that of somebody who is a parent, as was claimed or is on record. */
function maySpeak({ givenBy, givenById }: KeptStatement, { who, provenParents = [] }: ConsentAsked): boolean {
  if (speaksForThemselves(who)) return givenBy === 'self';
  return (
    givenBy.startsWith('parent_') || (givenById !== null && provenParents.includes(givenById) && givenBy !== 'self')
  );
}

/** Such a word is not heard beside one of a parent whose responsibility is proven. */
function isOnlyClaimed({ givenBy, givenById }: KeptStatement, its: ConsentAsked): boolean {
  if (givenById !== null && its.provenParents?.includes(givenById) === true) return false;
  const isDisproved = givenById !== null && its.disprovedParents?.includes(givenById) === true;
  return givenBy === 'parent_pr_unproven' || (isDisproved && givenBy === 'parent_with_pr');
}

const RUNS = { numRuns: 5000, seed: 20_261_129 };
function forAnyWords(holds: (words: KeptStatement[], asked: ConsentAsked, one: KeptStatement) => void): void {
  fc.assert(fc.property(anyWords, anyAsked, anyWord, holds), RUNS);
}

/** Whatever was said, in whatever order (rule book section 1, "Voice"; docs/domain/consent.md, "Whose word counts"). */
describe("A subject's consent", () => {
  test('is given only where somebody who may speak gave it for this body and purpose', () => {
    forAnyWords((words, asked) => {
      if (read(words, asked).consent !== 'given') return;
      const own = words.filter(isOfTheChild);
      const at = own.findIndex((one) => one.state === 'given' && maySpeak(one, asked) && reachesAsked(one, asked));
      expect(at).toBeGreaterThanOrEqual(0);
    });
  });

  test('is never a plain yes once the newest word is a no of somebody who may speak, or of whom nobody knows', () => {
    forAnyWords((words, asked, one) => {
      const isHeard = isOfTheChild(one) && isNo(one) && (maySpeak(one, asked) || one.givenBy === 'not_applicable');
      if (!isHeard || isOnlyClaimed(one, asked)) return;
      const { consent, dispute } = read([one, ...words], asked);
      expect({ consent, dispute }).not.toEqual({ consent: 'given', dispute: 'none' });
    });
  });

  test('is never a plain yes over the no of a parent whom nobody named, whoever agrees since', () => {
    forAnyWords((words, asked) => {
      const isUnnamedNo = (one: KeptStatement) =>
        isNo(one) && one.givenBy === 'parent_with_pr' && one.givenById === null;
      if (speaksForThemselves(asked.who) || !words.filter(isOfTheChild).some(isUnnamedNo)) return;
      const { consent, dispute } = read(words, asked);
      expect({ consent, dispute }).not.toEqual({ consent: 'given', dispute: 'none' });
    });
  });

  test('opens no further with a no, whoever says it', () => {
    const isOpen = ({ consent, dispute }: Pick<Read, 'consent' | 'dispute'>) =>
      consent === 'given' && dispute === 'none';
    forAnyWords((words, asked, one) => {
      if (!isNo(one) || isOnlyClaimed(one, asked) || isOpen(read(words, asked))) return;
      expect(isOpen(read([one, ...words], asked))).toBe(false);
    });
  });

  test('opens on nothing that a parent said whose responsibility is doubted, and closes no less', () => {
    const opens = ({ consent, dispute, pr }: ReturnType<typeof reading>) =>
      consent === 'given' && dispute === 'none' && pr === 'proven';
    const closes = ({ consent }: ReturnType<typeof reading>) => consent === 'refused' || consent === 'withdrawn';
    forAnyWords((words, asked) => {
      const certain = { ...asked, doubtedParents: [] };
      const sure = read(words, certain);
      const isTheirYes = ({ state, givenById }: KeptStatement) =>
        state === 'given' && givenById !== null && asked.doubtedParents?.includes(givenById) === true;
      const others = words.filter((one) => !isTheirYes(one));
      if (opens(read(words, asked))) expect(opens(sure) || opens(read(others, certain))).toBe(true);
      if (closes(sure)) expect(closes(read(words, asked))).toBe(true);
    });
  });

  test('that somebody refused is not read as never asked because of what they then agree to for others', () => {
    forAnyWords((words, asked, one) => {
      const before = read(words, asked);
      const isElsewhere = one.state === 'given' && !reachesAsked(one, asked);
      const isSameSpeaker = (said: KeptStatement) => said.givenBy === one.givenBy && said.givenById === one.givenById;
      const theirs = words.find((said) => isOfTheChild(said) && isSameSpeaker(said));
      if (!isElsewhere || theirs === undefined || !isNo(theirs)) return;
      if (before.consent !== 'refused' && before.consent !== 'withdrawn') return;
      expect(read([one, ...words], asked).consent).not.toBe('not_sought');
    });
  });

  test('does not hang on what was said of others, of another consent, or not known', () => {
    forAnyWords((words, asked) => {
      const own = words.filter((one) => isOfTheChild(one) && one.state !== 'unknown');
      expect(read(words, asked)).toEqual(read(own, asked));
    });
  });

  test('does not hang on which of two whom everybody can tell apart spoke first', () => {
    const whoseWord = ({ givenBy, givenById }: KeptStatement): string | undefined =>
      givenBy === 'self' ? 'self' : (givenById ?? undefined);
    fc.assert(
      fc.property(anyWords, anyAsked, fc.nat(), (words, asked, n) => {
        const at = words.length < 2 ? 0 : n % (words.length - 1);
        const [later, earlier] = words.slice(at, at + 2);
        if (later === undefined || earlier === undefined) return;
        const [one, other] = [whoseWord(later), whoseWord(earlier)];
        if (one === undefined || other === undefined || one === other) return;
        const swapped = [...words.slice(0, at), earlier, later, ...words.slice(at + 2)];
        expect(read(swapped, asked)).toEqual(read(words, asked));
      }),
      RUNS,
    );
  });
});
