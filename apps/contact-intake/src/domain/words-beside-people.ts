import { maskPlaces } from '@mash/contracts';

/** What somebody typed beside a person: it may tell where anybody of the roster is. */
export interface WordsBeside {
  readonly relationship?: string | undefined;
  readonly parentalResponsibilityKnownHow?: string | undefined;
  readonly whoSaysSo?: string | undefined;
}

const WORDS = ['relationship', 'parentalResponsibilityKnownHow', 'whoSaysSo'] as const;
/** So long are words that come back in a confirmation of a roster, each as its field takes them: without its places a text may be longer. */
const LONGEST = { relationship: 60, parentalResponsibilityKnownHow: 200 } as const;

/** The same where somebody of the roster hides: without places, by how they are written. */
export function wordsBeside<Said extends WordsBeside>(said: Said, somebodyHides: boolean): Said {
  if (!somebodyHides) return said;
  const masked = WORDS.flatMap((name) => {
    const words = said[name];
    return words === undefined ? [] : [[name, maskPlaces(words)] as const];
  });
  return { ...said, ...Object.fromEntries(masked) };
}

/** What is said anew; where it is what a page showed without its places, the words that stand. */
export function wordsAnew(
  field: keyof typeof LONGEST,
  saidAnew: Pick<WordsBeside, keyof typeof LONGEST>,
  standing: Pick<WordsBeside, keyof typeof LONGEST>,
): string | undefined {
  const [said, stands] = [saidAnew[field], standing[field]];
  const isAsShown = stands !== undefined && said === maskPlaces(stands).slice(0, LONGEST[field]).trim();
  return said === undefined || isAsShown ? stands : said;
}
