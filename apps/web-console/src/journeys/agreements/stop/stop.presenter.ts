import type { AgreementView } from '@mash/contracts';
import { MANAGE, stopPath } from '../shared/agreement-paths';
import { namesOf } from '../shared/body-names';
import { lineSentence } from '../shared/line-sentence';

/** The interruption before sharing stops: exactly what stops. */
export interface StopView {
  readonly heading: string;
  readonly stops: readonly string[];
  readonly after: readonly string[];
  readonly action: string;
  readonly cancelHref: string;
}

export function stopView(agreement: AgreementView): StopView {
  const { title, version, lines, bodies } = agreement;
  const names = namesOf(bodies);
  const stops = lines.filter(({ effect }) => effect === 'allow').map((line) => lineSentence(line, names));
  return {
    heading: `Stop sharing under ${title}?`,
    stops,
    after: [
      `Version ${version} stops at once: the next decision in any part of the platform obeys it.`,
      'It stops, too, what another agreement allows of the same: on the days of this version a stop beats every yes.',
      'Between bodies bound by the duty to share, each question then waits for a human. Between others it is refused.',
      'Immediate protection of a child goes on.',
      'To share again, a later version has to be put in force, which every party has approved.',
    ],
    action: stopPath(agreement),
    cancelHref: MANAGE,
  };
}
