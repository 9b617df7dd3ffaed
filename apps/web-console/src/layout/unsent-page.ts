import { londonTime } from '@mash/clocks';
import { HELD_FIELD, PRESSED_FIELD, SENT_AT_FIELD, type HeldPost } from '../session/held-post';
import { HANDLING } from './handling-line';
import { page, type Page } from './page';

/** What was pressed under a session that has ended: what was written, and a form that sends it as it was. */
export interface UnsentView {
  readonly pressedAt: string;
  /** The button in its own words, where the form says which. */
  readonly pressed?: string;
  readonly action: string;
  readonly pageHref: string;
  /** Words of the person's own, in the order of the form; choices and ids say nothing to a reader. */
  readonly written: readonly string[];
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
}

/** Made anew for the session of today. The mark of the form stays what it was: pressed twice, it is made once. */
const RENEWED: readonly string[] = ['_csrf', '_owner', '_page', HELD_FIELD, PRESSED_FIELD, SENT_AT_FIELD];

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

/** Before what was held is sent, whoever wrote it sees it and says so. */
export function unsentPage({ page: pagePath, path, fields, sentAt }: HeldPost, status = 200): Page<UnsentView> {
  const sent = Object.entries(fields)
    .filter(([name]) => !RENEWED.includes(name))
    .flatMap(([name, value]) => textsOf(value).map((text) => ({ name, value: text })));
  const [pressed] = textsOf(fields[PRESSED_FIELD]);
  const view = {
    ...{ pressedAt: londonTime(new Date(sentAt)), action: path, pageHref: pagePath },
    ...(pressed !== undefined && { pressed }),
    written: sent.filter(({ value }) => /\S\s+\S/.test(value)).map(({ value }) => value),
    hidden: [...sent, { name: SENT_AT_FIELD, value: sentAt }],
  };
  const frame = { title: 'Not sent yet', handling: HANDLING.official };
  return page('layout/templates/unsent.njk', frame, view, status);
}
