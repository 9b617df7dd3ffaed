import type { RequestLine } from '@mash/contracts';
import { CATEGORIES, type Category } from '@mash/contracts';
import type { BasisView } from '../../../presenters/basis-view';
import type { RequestContent } from '../../asking/sealing/request-content';

/** What came of opening the envelope about one person. */
export interface OpenedQuestion {
  readonly content?: RequestContent;
  readonly withheldBecause?: string;
  /** The law that the question is asked under. */
  readonly basis?: BasisView | undefined;
  /** What a releaser attached to letting the agency be asked. */
  readonly condition?: string;
  /** Nothing of it is to reach the parents. */
  readonly isKeptFromParents?: boolean;
  /** A place in it is protected by now, theirs or somebody else's, and left out. */
  readonly isCut?: boolean;
}

/** Somebody whom the agency is asked about. `content` is what sharing released; without it the envelope did not open. */
export interface AskedPerson extends OpenedQuestion {
  readonly personId: string;
  readonly questions: readonly {
    readonly category: Category;
    readonly label: string;
    readonly existenceOnly: boolean;
  }[];
}

/** What is asked about each person, from the lines that were really issued, in the order of the request. */
export function askedPeople(
  lines: readonly RequestLine[],
  released: ReadonlyMap<string, OpenedQuestion>,
): AskedPerson[] {
  const personIds = [...new Set(lines.map(({ personId }) => personId))];
  return personIds.map((personId) => ({
    personId,
    ...released.get(personId),
    questions: lines
      .filter((line) => line.personId === personId)
      .map(({ category, existenceOnly }) => ({ category, existenceOnly, label: CATEGORIES[category].label })),
  }));
}

/** Their name as the hub gave it; "Person 2" where it may not be shown. */
export const nameOfAsked = (people: readonly AskedPerson[], personId: string): string => {
  const at = people.findIndex((one) => one.personId === personId);
  return people[at]?.content?.person.names[0] ?? `Person ${at + 1}`;
};

/** Categories that items may be given for: a question whether they are known takes none. */
export const contentCategories = (people: readonly AskedPerson[]): Category[] => [
  ...new Set(
    people.flatMap(({ questions }) =>
      questions.filter(({ existenceOnly }) => !existenceOnly).map(({ category }) => category),
    ),
  ),
];
