import type { HolderItem } from '@mash/contracts';
import type { HolderStatementFacts } from '@mash/sealing';
import { radios, type Option } from '../../../forms/field-view';
import { recipientWords } from '../../releasing/release-words';
import { recipientStands } from '../stands-words';
import { reasonErrors, type SubjectForm } from './subject';

type Recipient = HolderItem['stands']['to'][number];

const keyOf = ({ audience, agencyId }: Recipient): string => `${audience} ${agencyId}`;
const standing = ({ stands }: HolderItem): Recipient[] =>
  stands.to.filter(({ release, detriment }) => release !== 'none' || detriment !== 'none');

const WHAT = ['take_back', 'refuse', 'as_it_stands', 'harm_ended'] as const;
type What = (typeof WHAT)[number];

const OPTIONS: readonly Option<What>[] = [
  {
    value: 'take_back',
    text: 'Take back the release or refusal',
    hint: 'As if you had said nothing: you are asked where the rules leave it to you. What needs no release may go',
  },
  { value: 'refuse', text: 'Refuse from now on', hint: 'They read nothing of it until you change your mind' },
  {
    value: 'as_it_stands',
    text: 'Release as it stands',
    hint: 'Names of others and protected places are still left out',
  },
  {
    value: 'harm_ended',
    text: 'Telling them would harm this child no longer',
    hint: 'Ends what was said of harm. A refusal beside it stays',
  },
];

/** Why this cannot be said of what stands; undefined where it can. */
function contradiction(what: What, { release, detriment, wording }: Recipient): string | undefined {
  if (what === 'harm_ended') return detriment === 'none' ? 'No harm was said of this recipient' : undefined;
  if (what === 'take_back')
    return release === 'none' ? 'Nothing was released or refused: there is nothing to take back' : undefined;
  const isSame = what === 'refuse' ? release === 'refused' : release === 'released' && wording === undefined;
  return isSame ? 'That is what stands already' : undefined;
}

function factsOf(what: What, { audience, agencyId }: Recipient): HolderStatementFacts {
  const to = { audience, agencyId };
  const says = {
    take_back: 'taken_back',
    refuse: 'refused',
    as_it_stands: 'released_as_it_stands',
    harm_ended: 'detriment_ended',
  } as const;
  return { says: says[what], to };
}

/** A release that is withdrawn or refused, a refusal that is lifted, a harm that is over. */
export const change: SubjectForm = {
  code: 'change',
  link: () => 'Change a release or refusal',
  heading: () => 'What has changed?',
  next: () => [
    'It counts from the next time that they want to read it. Handovers and letters that were sent are read without it, or with it, from then on.',
    'Nobody is sent a message. The hub sees that something is withheld when it next looks, never your reason.',
    'Whoever has read it has read it: nothing is recalled. To have it destroyed, go back and say that it went to the wrong place.',
  ],
  fields: ({ opened: { item }, posted, errors }) => [
    radios({
      ...{ name: 'recipient', label: 'For whom?', value: posted?.text('recipient'), errors },
      options: standing(item).map((one) => ({
        ...{ value: keyOf(one), text: recipientWords(one), hint: `Now: ${recipientStands(one, item.stands.wording)}` },
      })),
    }),
    radios({
      ...{ name: 'what', label: 'From now on', value: posted?.text('what'), errors },
      options: OPTIONS.filter(({ value }) => standing(item).some((one) => contradiction(value, one) === undefined)),
    }),
  ],
  read: (posted, { item }) => {
    const recipient = standing(item).find((one) => keyOf(one) === posted.text('recipient'));
    const what = posted.choice('what', WHAT);
    const wrong = recipient && what && contradiction(what, recipient);
    const errors = [
      ...(recipient === undefined ? [{ field: 'recipient', text: 'Choose for whom' }] : []),
      ...(what === undefined ? [{ field: 'what', text: 'Choose what counts from now on' }] : []),
      ...(wrong === undefined ? [] : [{ field: 'what', text: wrong }]),
      ...reasonErrors(posted),
    ];
    if (recipient === undefined || what === undefined || errors.length > 0) return { errors };
    return { said: { facts: factsOf(what, recipient), content: { reason: posted.text('reason') } } };
  },
  button: () => 'Record this',
};
