import { londonTime } from '@mash/clocks';
import { z } from 'zod';
import { HELD_FIELD, PRESSED_FIELD, SENT_AT_FIELD, type OwnPost } from '../session/held-post';
import { HANDLING } from './handling-line';
import { page, type Page } from './page';
import { wordsOfForm, type WordsOfForm } from './words-of-form';

/** What was pressed under a session that has ended: what was written and chosen, and a form that sends it as it was. */
export interface UnsentView {
  readonly pressedAt: string;
  /** The button in its own words, where the form or its page says which. */
  readonly pressed?: string;
  /** What the form said of its button, with its proof: it goes along again. */
  readonly marked?: string;
  readonly action: string;
  readonly pageHref: string;
  /** Words of the person's own, in the order of the form. */
  readonly written: readonly string[];
  /** What was chosen, and short answers, each beside its question. */
  readonly chosen: readonly { readonly key: string; readonly value: string }[];
  /** Nothing is sent of which whoever wrote it does not see what it says. */
  readonly maySend: boolean;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
}

/** Made anew for the session of today. The mark of the form stays what it was: pressed twice, it is made once. */
const RENEWED: readonly string[] = ['_csrf', '_owner', '_page', HELD_FIELD, PRESSED_FIELD, SENT_AT_FIELD];

/** A button counts what is ticked on the page of today: that is not what was pressed. */
const withoutCount = (button: string | undefined): string | undefined =>
  button !== undefined && /\b\d+\b/.test(button) ? undefined : button;

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
const isId = (value: string): boolean => z.uuid().safeParse(value).success;

interface Sent {
  readonly name: string;
  readonly value: string;
}

/** What one field says to a reader; nothing where it is carried along, `unknown` where it may decide something and has no words. */
function saidBy(
  { name, value }: Sent,
  words: WordsOfForm,
): Partial<Pick<UnsentView, 'pressed'>> & {
  readonly chosen?: UnsentView['chosen'][number];
  readonly written?: string;
  readonly isUnknown?: boolean;
} {
  if (name.startsWith('_') || value.trim() === '') return {};
  const [choice, pressed] = [words.choiceOf(name, value), words.buttonOf(name, value)];
  if (choice !== undefined) return { chosen: { key: choice.question ?? 'You chose', value: choice.text } };
  if (pressed !== undefined) return { pressed };
  if (words.hidden.has(name)) return {};
  if (/\S\s+\S/.test(value)) return { written: value };
  const label = words.typed.get(name);
  if (label !== undefined) return { chosen: { key: label === '' ? 'You wrote' : label, value } };
  return isId(value) && !words.isRead ? {} : { isUnknown: true };
}

/**
 * Before what was held is sent, whoever wrote it sees it and says so.
 * @param html the page on which it was written, as it is today: by it what was chosen is shown in words, and to an address that no form of it sends to
 *   nothing is sent; undefined where it was not looked at
 */
export function unsentPage(
  { page: pagePath, path, fields, sentAt, button }: OwnPost,
  html: string | undefined,
  status = 200,
): Page<UnsentView> {
  const sent = Object.entries(fields)
    .filter(([name]) => !RENEWED.includes(name))
    .flatMap(([name, value]) => textsOf(value).map((text) => ({ name, value: text })));
  const words = wordsOfForm(html ?? '', path, fields);
  const said = sent.map((one) => saidBy(one, words));
  const marked = button === undefined ? undefined : textsOf(fields[PRESSED_FIELD])[0];
  const pressed = button ?? withoutCount(said.find((one) => one.pressed !== undefined)?.pressed ?? words.onlyButton);
  const [written, chosen] = [said.flatMap((one) => one.written ?? []), said.flatMap((one) => one.chosen ?? [])];
  const mayGo = words.hasForm || html === undefined;
  const isSomething = pressed !== undefined || written.length + chosen.length > 0;
  const view = {
    ...{ pressedAt: londonTime(new Date(sentAt)), action: path, pageHref: pagePath, written, chosen },
    ...(pressed !== undefined && { pressed }),
    ...(marked !== undefined && { marked }),
    maySend: marked !== undefined || (mayGo && isSomething && !said.some((one) => one.isUnknown)),
    hidden: [...sent, { name: SENT_AT_FIELD, value: sentAt }],
  };
  const frame = { title: 'Not sent yet', handling: HANDLING.official };
  return page('layout/templates/unsent.njk', frame, view, status);
}
