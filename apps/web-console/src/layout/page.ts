import type { FieldError } from '../forms/field-error';
import type { OlderWords } from './older-words';
import type { HandlingLine } from './handling-line';
import type { StateLine } from './state-line';

/** What stands around a page's own content. */
export interface Frame {
  /** Window title, without the product. Never a name, rating or category. */
  readonly title: string;
  /** Work pages are 1280 px wide, others 960. */
  readonly wide?: boolean;
  readonly handling?: HandlingLine;
  readonly state?: StateLine;
  /** Address of the page's place in the navigation, where it is not the page's own. */
  readonly section?: string;
  /** Where "Back" leads. */
  readonly back?: string;
  /** What is wrong with what was sent: the error summary, linked to the fields. */
  readonly errors?: readonly FieldError[];
  /** What was written before the draft was saved that the page shows. */
  readonly older?: OlderWords;
}

/** A page to be rendered: its template (below src/), its frame, and its view: words and macro arguments only. */
export class Page<View extends object = object> {
  constructor(
    readonly template: string,
    readonly frame: Frame,
    readonly view: View,
    readonly status: number,
  ) {}
}

/** The way on after a POST (303), or away from a page that has nothing to show. */
export class Redirect {
  constructor(readonly to: string) {}
}

export const isPage = (answer: unknown): answer is Page => answer instanceof Page;

/** What a handler of the console returns. */
export type Answer = Page | Redirect;

export function page<View extends object>(template: string, frame: Frame, view: View, status = 200): Page<View> {
  return new Page(
    template,
    frame,
    view,
    frame.errors !== undefined && frame.errors.length > 0 && status === 200 ? 400 : status,
  );
}

/** To another page of ours. */
export function redirect(to: string): Redirect {
  if (!to.startsWith('/') || to.startsWith('//')) throw new Error('CONSOLE.REDIRECT_OUTSIDE');
  return new Redirect(to);
}

/** To the identity provider, and nowhere else outside. */
export const redirectOutside = (url: string): Redirect => new Redirect(url);
