import type { ConsentKind, IntakeFacts } from '@mash/contracts';
import { saysSomething, type KeptStatement } from './consent/consent-of-subject';

type Person = IntakeFacts['people'][number];

const BORN: readonly Person['kind'][] = ['u13', '13_15', '16_17'];
const OF_THE_WORRY: readonly Person['relation'][] = ['concern', 'household'];

/** A brother or sister of the same enquiry and worry, the child that the worry is about first; never one who may be the mother. */
function bornSibling({ people }: IntakeFacts): Person | undefined {
  const born = people.filter(
    ({ kind, relation, mayBeMother }) => BORN.includes(kind) && OF_THE_WORRY.includes(relation) && mayBeMother !== true,
  );
  return born.find(({ relation }) => relation === 'concern') ?? born[0];
}

/**
 * By whose facts a subject is decided: their own, save that an unborn child is decided by a born sibling (rule row R-KIND-01) unless
 * somebody has said something about the unborn child itself, of the consent that is read: a word on help is none on sharing.
 */
export function decidedBy(
  subject: Person,
  intake: IntakeFacts,
  consents: readonly KeptStatement[],
  of: ConsentKind,
): Person {
  if (subject.kind !== 'unborn' || !intake.siblingBorn) return subject;
  const isSpokenOf = consents.some((one) => one.personId === subject.personId && one.kind === of && saysSomething(one));
  return isSpokenOf ? subject : (bornSibling(intake) ?? subject);
}
