import type { IntakeFacts, NeedSaid, Purpose } from '@mash/contracts';
import { personOnRoster, type KnownFacts } from './compose-question';
import type { Need } from './decision';

/** What a line asks about, and what its sender said that it is needed for. */
export interface NeedOfLine extends NeedSaid {
  readonly personId: string;
  readonly purpose: Purpose;
  /** It was sent before senders were asked for a worry. */
  readonly unasked?: true | undefined;
}

type Intake = KnownFacts['intake'];
type OnRoster = IntakeFacts['people'][number];

/** The child, those who live with or care for it, and who may have harmed it: the worry is about them, and the reason of the plan stands. */
const OF_THE_WORRY: readonly OnRoster['relation'][] = ['concern', 'household', 'ap', 'involved'];
/** Work that answers one worry alone, as a code of the packs. */
const OWN_WORRY: Readonly<Partial<Record<Purpose, string>>> = { DA: 'domestic-abuse', MISSING: 'missing' };
const ADULTS: readonly OnRoster['kind'][] = ['18_25', 'adult'];

const STRICTEST: readonly Need[] = ['no', 'unclear', 'yes'];
const strictest = (needs: readonly Need[]): Need => STRICTEST.find((need) => needs.includes(need)) ?? 'unclear';

/**
 * Whether a line is necessary (rule book section 1, `need`; rows R-NEC-01a and -02): what the sender said, narrowed by what the roster and the
 * concern say. A parent with responsibility whom nobody worries about is not needed where nobody says for what; of anybody else outside the worry
 * it is unclear, and a manager looks. What was said before anybody was asked for a worry is read as it was then.
 */
export function needOfLine(intake: Intake, line: NeedOfLine): Need {
  const { need = 'unclear' } = line;
  // For want of the roster the line goes to a human by what is unknown, and is not denied as unnecessary.
  if (intake.isUnknown) return need;
  const person = personOnRoster(intake, line.personId);
  if (line.unasked === true) return need !== 'yes' && person?.relation === 'pr_uninvolved' ? 'no' : need;
  return strictest([saidOf(intake, line, person), ofPurpose(intake, line, person)]);
}

function saidOf({ issues = [] }: Intake, { need, worry }: NeedOfLine, person: OnRoster | undefined): Need {
  if (person !== undefined && OF_THE_WORRY.includes(person.relation)) return need ?? 'unclear';
  if (worry === undefined && need !== 'yes') return person?.relation === 'pr_uninvolved' ? 'no' : (need ?? 'unclear');
  if (need !== 'yes') return need ?? 'unclear';
  return worry !== undefined && issues.includes(worry) ? 'yes' : 'unclear';
}

/** Work for an adult at risk is not about a child (Care Act 2014 section 42); work that answers one worry needs a concern that names it. */
function ofPurpose({ issues = [] }: Intake, { purpose }: NeedOfLine, person: OnRoster | undefined): Need {
  if (purpose === 'ADULT_RISK' && person !== undefined && !ADULTS.includes(person.kind))
    return person.kind === 'unknown' ? 'unclear' : 'no';
  const own = OWN_WORRY[purpose];
  return own === undefined || issues.includes(own) ? 'yes' : 'unclear';
}
