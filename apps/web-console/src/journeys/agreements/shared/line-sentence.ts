import { AgencyKind, CATEGORIES, type AgreementView, type Purpose, type SharingMode } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';

type Line = AgreementView['lines'][number];

const KINDS: Readonly<Record<AgencyKind, string>> = {
  council: 'the council',
  council_other: 'other councils',
  council_abroad: 'councils outside England',
  police: 'the police',
  health: 'health services',
  education: 'schools and colleges',
  childcare: 'nurseries and childminders',
  housing: 'housing bodies',
  probation: 'probation',
  youth_justice: 'youth justice',
  provider: 'commissioned services',
  voluntary: 'charities',
  private: 'private bodies',
  outside: 'bodies outside the partnership',
};

const PURPOSES: Readonly<Record<Purpose, string>> = {
  SCREEN: 'to screen a concern',
  EH: 'for early help',
  S17: 'for a child in need (section 17)',
  S47: 'where a child may be suffering significant harm (section 47)',
  STRATEGY: 'for a strategy discussion',
  DA: 'about domestic abuse',
  MISSING: 'about a missing child',
  ENCOMPASS: 'to tell a school of domestic abuse',
  INFORM: 'to inform a service',
  FEEDBACK: 'to tell the referrer',
  SAR: 'to answer a subject access request',
  ADULT_RISK: 'about risk to an adult',
  EVIDENCE: 'as evidence',
  IMMIGRATION: 'for immigration',
  LITIGATION: 'for litigation',
  PUBLICITY: 'for publicity',
};

const MODES: Readonly<Record<SharingMode, string>> = {
  protect: 'in immediate protection',
  ask: 'be asked about',
  existence: 'say whether they hold',
  content: 'share',
  onward: 'let the hub pass on',
};

const listed = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;

const bodies = (names: readonly string[]): string => {
  if (names.length === 0) return 'anybody in the partnership';
  return listed(
    names.map((name) => {
      const kind = AgencyKind.safeParse(name).data;
      return kind === undefined ? agencyWords(name) : KINDS[kind];
    }),
  );
};

const upperFirst = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** One line of an agreement as a sentence that anybody can read. */
export function lineSentence({ effect, kind, from, to, categories, purposes, modes }: Line): string {
  const may = effect === 'allow' ? 'may' : 'may not';
  const acts = listed(
    modes.map((mode) => MODES[mode]),
    'or',
  );
  const what = listed(categories.map((category) => CATEGORIES[category].label.toLowerCase()));
  const why = listed(
    purposes.map((purpose) => PURPOSES[purpose]),
    'or',
  );
  const exception = kind === 'exception' ? 'Exception, which wins over the other lines: ' : '';
  const sentence = `${bodies(from)} ${may} ${acts} ${what} with ${bodies(to)}, ${why}.`;
  return `${exception}${exception === '' ? upperFirst(sentence) : sentence}`;
}
