import type { BreachSays } from '@mash/contracts';

export interface SaidOfBreach {
  readonly says: BreachSays;
  readonly doneAt: Date | null;
  readonly madeAt: Date;
}

export type Answered = 'undecided' | 'will_tell' | 'told' | 'need_not';

export interface BreachStands {
  readonly ico: Answered;
  readonly tellPeople: Answered;
  /** Neither told nor judged to need no telling. */
  readonly isClockRunning: boolean;
  readonly late: boolean;
  readonly toldLate: boolean;
  readonly closedAt?: Date;
}

const ICO: Readonly<Partial<Record<BreachSays, Answered>>> = {
  ico_will_tell: 'will_tell',
  ico_told: 'told',
  ico_need_not: 'need_not',
};
const PEOPLE: Readonly<Partial<Record<BreachSays, Answered>>> = {
  people_will_tell: 'will_tell',
  people_told: 'told',
  people_need_not: 'need_not',
};
/**
 * By which statement the Commissioner was told: the first since anybody last said otherwise, for what follows only adds to it (UK GDPR article 33(4)).
 * Undefined where that they are told does not stand.
 */
export function toldBy<Said extends Pick<SaidOfBreach, 'says'>>(said: readonly Said[]): Said | undefined {
  const otherwise = said.findLastIndex(({ says }) => says !== 'ico_told' && ICO[says] !== undefined);
  return said.slice(otherwise + 1).find(({ says }) => says === 'ico_told');
}

const isSettled = (answered: Answered): boolean => answered === 'told' || answered === 'need_not';

/** What the statements about a breach come to; of each question the newest statement stands. Oldest first. */
export function breachStands(said: readonly SaidOfBreach[], dueAt: Date, now: Date): BreachStands {
  const lastOf = (words: typeof ICO) => said.findLast(({ says }) => words[says] !== undefined);
  const [aboutIco, aboutPeople] = [lastOf(ICO), lastOf(PEOPLE)];
  const ico = (aboutIco && ICO[aboutIco.says]) ?? 'undecided';
  const tellPeople = (aboutPeople && PEOPLE[aboutPeople.says]) ?? 'undecided';
  const closedAt = said.find(({ says }) => says === 'closed')?.madeAt;
  const told = toldBy(said);
  const toldAt = told?.doneAt ?? told?.madeAt;
  return {
    ...{ ico, tellPeople, isClockRunning: !isSettled(ico) },
    late: !isSettled(ico) && now > dueAt,
    toldLate: toldAt !== undefined && toldAt > dueAt,
    ...(closedAt && { closedAt }),
  };
}

/** Both questions are answered, and what was to be told is told. */
export const mayClose = ({ ico, tellPeople }: BreachStands): boolean => isSettled(ico) && isSettled(tellPeople);
