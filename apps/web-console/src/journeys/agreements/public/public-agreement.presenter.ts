import { londonDateTime } from '@mash/clocks';
import { CATEGORIES, type PublicAgreement, type PublicAgreementPage, type PublicPartnership } from '@mash/contracts';
import { BASIS_WORDS } from '../shared/basis-words';
import { namesOf, type BodyNames } from '../shared/body-names';
import { dayWords } from '../shared/day-words';
import { lineWords } from '../shared/line-words';
import { listed } from '../shared/listed';
import { ROLE_WORDS } from '../shared/role-words';
import { upperFirst } from '../shared/upper-first';
import { list, part, text, type Block, type Section } from './public-sections';
import { publicStanding } from './public-standing';

/** An agreement as a family reads it. Every sentence comes from its data, or from the words that its parties approved. */
export interface PublicAgreementView {
  readonly title: string;
  readonly partnership: string;
  readonly standing: string;
  readonly sections: readonly Section[];
  /** "Version 2, as it stood on 25 October 2026, 14:05". */
  readonly foot: string;
  readonly listHref: string;
  readonly pdfHref: string;
}

const withStop = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

function partiesOf({ parties }: PublicAgreement, names: BodyNames): Block[] {
  return parties.map(({ agencyId, role, responsibilities, approved }) =>
    part(
      names.get(agencyId) ?? agencyId,
      text(withStop(ROLE_WORDS[role])),
      ...(responsibilities === undefined ? [] : [text(withStop(responsibilities))]),
      ...(approved === undefined ? [] : [text(`Approved on ${dayWords(approved.on)} (${approved.jobTitle}).`)]),
    ),
  );
}

function lineBlock(line: PublicAgreement['lines'][number], names: BodyNames): Block {
  const { act, what, why, isException, release } = lineWords(line, names);
  return part(
    act,
    ...(isException ? [text('This is an exception: it wins over the others.')] : []),
    text('What:'),
    list(what),
    text(`${why}.`),
    ...(release === undefined ? [] : [text(release)]),
  );
}

/** One entry for each body; what rests on the same grounds is told together. */
const basisBlock = ({ agencyId, categories, basis }: PublicAgreement['bases'][number], names: BodyNames): Block =>
  part(
    names.get(agencyId) ?? agencyId,
    text(`${upperFirst(listed(categories.map((category) => CATEGORIES[category].label.toLowerCase())))}, because:`),
    list(basis.map((code) => BASIS_WORDS[code])),
  );

function askingSection({ contact }: PublicPartnership, asking: string | undefined): Section {
  const ways = [contact.office, contact.email, contact.telephone].filter((way) => way !== undefined);
  return {
    heading: 'How to ask or object',
    blocks: [
      ...(asking === undefined ? [] : [text(withStop(asking))]),
      text(
        'You can ask what is held about you or your child, ask for mistakes to be put right, and object to it being used. You will get an answer with reasons. Where the law makes a body share, it may have to go on.',
      ),
      text('Write or speak to:'),
      list(ways),
      text(
        'If you are not satisfied you can complain to the Information Commissioner: ico.org.uk, telephone 0303 123 1113.',
      ),
    ],
  };
}

function versionsSection({ versions }: PublicAgreement): Section {
  const words = versions.map(({ version, inForceFrom, endedOn, state }) => {
    if (endedOn !== undefined && endedOn < inForceFrom)
      return `Version ${version}: ended on ${dayWords(endedOn)}, before it ever counted`;
    const end = endedOn === undefined ? '' : `, ${state === 'stopped' ? 'stopped' : 'to'} ${dayWords(endedOn)}`;
    return `Version ${version}: from ${dayWords(inForceFrom)}${end}`;
  });
  return { heading: 'Versions', blocks: [list(words)] };
}

function sectionsOf(agreement: PublicAgreement, partnership: PublicPartnership): Section[] {
  const names = namesOf(agreement.bodies);
  const { words, dpia, lines, bases } = agreement;
  const assessment = dpia === undefined ? [] : [text(`The data protection impact assessment: ${dpia}`)];
  const security =
    words.security === undefined ? [] : [{ heading: 'How it is kept safe', blocks: [text(words.security)] }];
  return [
    { heading: 'Why', blocks: [text(withStop(words.why))] },
    { heading: 'Who may share what with whom', blocks: lines.map((line) => lineBlock(line, names)) },
    {
      heading: 'Will you be told?',
      blocks: [
        text(
          'Whoever shares about your child should tell you, unless telling you would put somebody at risk or hold up what keeps a child safe. To protect a child at once, anybody may always tell the police or social care.',
        ),
      ],
    },
    {
      heading: 'On what legal ground',
      blocks:
        bases.length === 0 ? [text('It is not written down yet.')] : bases.map((basis) => basisBlock(basis, names)),
    },
    { heading: 'How long it is kept', blocks: [text(withStop(words.retention))] },
    ...security,
    askingSection(partnership, words.asking),
    {
      heading: 'Who agreed to this',
      blocks: [...partiesOf(agreement, names), text(`Kept by: ${agreement.owner}.`), ...assessment],
    },
    versionsSection(agreement),
  ];
}

export function publicAgreementView({ partnership, agreement }: PublicAgreementPage, asOf: Date): PublicAgreementView {
  const listHref = `/p/${partnership.slug}/agreements`;
  return {
    title: agreement.title,
    partnership: partnership.name,
    standing: publicStanding(agreement),
    sections: sectionsOf(agreement, partnership),
    foot: `Version ${agreement.version}, as it stood on ${londonDateTime(asOf)}.`,
    listHref,
    pdfHref: `${listHref}/${agreement.slug}/agreement.pdf`,
  };
}
