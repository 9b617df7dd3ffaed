import type { MentionedPerson } from '@mash/contracts';
import { releasersWords } from '../../../presenters/answers-by-words';
import type { SummaryRow } from '../../../presenters/summary-row';
import { wordsOf, YES_NO_NOT_KNOWN } from '../../make-a-contact/draft/code-lists';
import { mentionedName } from './mentioned-people.presenter';
import type { ReleasedCaller, ReleasedConcern, ReleasedDocument } from './contact-words';

/** The concern's words as a page shows them: rows, or one sentence why there are none. */
export interface ConcernView {
  readonly rows: readonly SummaryRow[];
  /** Said in place of, or after, the rows. */
  readonly notes: readonly string[];
}

const GAP = 'Not said';

const row = (key: string, said: string | undefined, always = false): SummaryRow[] => {
  if (said === undefined && !always) return [];
  return [{ key, value: said ?? GAP, isGap: said === undefined }];
};

/** Who told, as a page shows it. */
export function callerRows(caller: ReleasedCaller | undefined): SummaryRow[] {
  if (caller === undefined) return [];
  const who = [caller.name, caller.role, caller.agencyName].filter((part) => part !== undefined).join(', ');
  return [
    ...row('Who told', who === '' ? undefined : who, true),
    ...row('Telephone', caller.telephone),
    ...row('Email', caller.email),
    ...row('Address', caller.address),
    ...row('Safe to ring', caller.safeToRing),
    ...row('How they know the family', caller.knowsFamilyHow),
  ];
}

/** Whose places were sealed with the concern, and which. `sharing` leaves them out for whoever is not named on the enquiry. */
function secretWords(
  places: ReleasedConcern['protectedAddresses'] = [],
  mentioned: readonly MentionedPerson[],
): string | undefined {
  const lines = places.map(({ mentionId, lines: address, postcode, school, surgery }) => {
    const person = mentioned.find((one) => one.mentionId === mentionId);
    const where = [address, postcode, school && `School: ${school}`, surgery && `GP: ${surgery}`];
    const words = where.filter((part) => part !== undefined && part !== '').join(', ');
    return person === undefined ? words : `${mentionedName(person)}: ${words}`;
  });
  return lines.length === 0 ? undefined : lines.join('\n');
}

function concernRows(content: ReleasedConcern, mentioned: readonly MentionedPerson[]): SummaryRow[] {
  const keep = content.keepFromFamily;
  const keepWords = [wordsOf(YES_NO_NOT_KNOWN, keep?.answer), keep?.what, keep?.why]
    .filter((part) => part !== undefined)
    .join('\n');
  return [
    ...row('The concern', content.narrative, true),
    ...row('Seen by the referrer', content.seenMyself),
    ...row('Told by others', content.toldByOthers),
    ...row('Danger now', wordsOf(YES_NO_NOT_KNOWN, content.danger), true),
    ...row('Where the child is now', content.whereIsTheChildNow),
    ...row('Who else lives there', content.householdNote),
    ...row('Must be kept secret', secretWords(content.protectedAddresses, mentioned)),
    ...row('How an unnamed caller knows the family', content.anonymousKnowsFamilyHow),
    ...row('Keep from the family', keepWords === '' ? undefined : keepWords, true),
  ];
}

/** Why a document is not on the page, in a sentence; undefined where it may not even be known of. */
export function missingSentence(document: ReleasedDocument<unknown>, what: string): string | undefined {
  switch (document.kind) {
    case 'withheld': {
      const ask = document.releasers.length === 0 ? '' : ` Ask: ${releasersWords(document.releasers)}.`;
      return `${what}: withheld. ${document.sentence}${ask}`;
    }
    case 'unreadable':
      return `${what}: could not be opened. Tell the service desk, and ring whoever sent it.`;
    case 'unreachable':
      return `${what}: the sharing service does not answer. Try again in a few minutes.`;
    default:
      return undefined;
  }
}

export function concernView(
  concern: ReleasedDocument<ReleasedConcern>,
  caller: ReleasedDocument<ReleasedCaller> | undefined,
  mentioned: readonly MentionedPerson[] = [],
): ConcernView {
  const shown = concern.kind === 'shown' ? concern : undefined;
  const apart = caller?.kind === 'shown' ? caller.content : undefined;
  const notes = [
    missingSentence(concern, 'The concern'),
    caller && missingSentence(caller, 'Who told'),
    shown?.redacted === true ? 'Some words are left out for this reader.' : undefined,
  ];
  return {
    rows: [
      ...(shown === undefined ? [] : concernRows(shown.content, mentioned)),
      ...callerRows(shown?.content.caller ?? apart),
    ],
    notes: notes.filter((note) => note !== undefined),
  };
}
