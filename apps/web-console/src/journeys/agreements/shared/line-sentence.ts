import type { AgreementContentLine } from '@mash/contracts';
import type { BodyNames } from './body-names';
import { lineWords } from './line-words';
import { listed } from './listed';

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** One line of an agreement as a sentence that anybody can read; a second says to whom the hub may pass it on without asking again. */
export function lineSentence(line: AgreementContentLine, names: BodyNames): string {
  const { act, what, why, isException, release } = lineWords(line, names);
  const about = listed(what.map((label) => label.toLowerCase()));
  const sentence = `${act} about ${about}, ${lowerFirst(why)}.`;
  const told = isException ? `Exception, which wins over the other lines: ${lowerFirst(sentence)}` : sentence;
  return release === undefined ? told : `${told} ${release}`;
}
