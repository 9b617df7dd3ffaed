/** A choice in the words of its page. */
export interface ChoiceWords {
  readonly question: string | undefined;
  readonly text: string;
}

/** What a page of ours says of the fields that one form of it sends. */
export interface WordsOfForm {
  /** Whether there is such a page at all: without one nobody can tell an id that is carried along from one that was chosen. */
  readonly isRead: boolean;
  /** Whether the page has a form to this address. */
  readonly hasForm: boolean;
  /** Carried along: nobody types or chooses it. */
  readonly hidden: ReadonlySet<string>;
  /** Fields that are typed in, with their labels. */
  readonly typed: ReadonlyMap<string, string>;
  choiceOf(name: string, value: string): ChoiceWords | undefined;
  /** What stands on the button that sends this name and value. */
  buttonOf(name: string, value: string): string | undefined;
  /** What stands on the button, where the form has one only. */
  readonly onlyButton: string | undefined;
}

interface Tag {
  readonly is: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: number;
  readonly end: number;
}

const TAG = /<(input|textarea|select|option|button)\b((?:[^>"]|"[^"]*")*)>/g;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g;
const LABEL = /<label\b[^>]*\bfor="([^"]+)"[^>]*>([\s\S]*?)<\/label>/g;
const MARKS: Readonly<Record<string, string>> = { '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' };

const plain = (text: string): string => text.replace(/&(?:quot|#39|lt|gt|amp);/g, (mark) => MARKS[mark] ?? mark);
const textOf = (html: string): string =>
  plain(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
const keyOf = (name: string, value: string): string => JSON.stringify([name, value]);

const tagsOf = (form: string): Tag[] =>
  [...form.matchAll(TAG)].map((found) => {
    const [all, is = '', rest = ''] = found;
    const attributes = [...rest.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, plain(value)] as const);
    return { is, attributes: Object.fromEntries(attributes), at: found.index, end: found.index + all.length };
  });

/**
 * Whether it is the form that was sent, and not the one of another row, of which the page has as many as it has rows: what each carries along tells
 * them apart. What begins with a mark of ours, or says that it is made anew for each page or comes of the way to it, tells nothing.
 */
function isFormSent(form: string, fields: Readonly<Record<string, unknown>>): boolean {
  const carried = new Map<string, Set<unknown>>();
  for (const { attributes } of tagsOf(form)) {
    const { type, name = '', value = '' } = attributes;
    if (type !== 'hidden' || name.startsWith('_') || attributes['data-anew'] !== undefined) continue;
    carried.set(name, (carried.get(name) ?? new Set()).add(value));
  }
  return [...carried].every(([name, values]) => {
    const sent = new Set([fields[name]].flat());
    return sent.size === values.size && [...values].every((value) => sent.has(value));
  });
}

/** The forms of a page that go to this address and carry what was sent. */
function formsTo(html: string, path: string, fields: Readonly<Record<string, unknown>>): string[] {
  const forms = html.split(/<form\b/).slice(1);
  return forms
    .map((part) => part.split('</form>', 1)[0] ?? '')
    .filter((form) => form.includes(`action="${path}"`))
    .filter((form) => isFormSent(form, fields));
}

/** The question above a radio button or tick box: the legend of the fieldset in which it stands. */
function legendBefore(form: string, at: number): string | undefined {
  const before = form.slice(0, at);
  if (before.lastIndexOf('<fieldset') <= before.lastIndexOf('</fieldset>')) return undefined;
  return textOf(before.slice(before.lastIndexOf('<legend')).split('</legend>', 1)[0] ?? '');
}

/**
 * Read from the page as it is shown, so that it holds for whatever template made it: what is not on that page has no words.
 * @param html a page of ours @param fields what was sent to `path` from it
 */
export function wordsOfForm(html: string, path: string, fields: Readonly<Record<string, unknown>>): WordsOfForm {
  const [hidden, typed] = [new Set<string>(), new Map<string, string>()];
  const [choices, buttons, submits] = [new Map<string, ChoiceWords>(), new Map<string, string>(), new Array<string>()];
  const forms = formsTo(html, path, fields);
  for (const form of forms) {
    const labels = new Map([...form.matchAll(LABEL)].map(([, id = '', text = '']) => [id, textOf(text)]));
    let select: Tag | undefined;
    for (const tag of tagsOf(form)) {
      const { name = '', value = '', type = '', id = '' } = tag.attributes;
      const inside = (): string => textOf(form.slice(tag.end).split(`</${tag.is}>`, 1)[0] ?? '');
      if (tag.is === 'select') select = tag;
      if (tag.is === 'option' && select !== undefined) {
        const question = labels.get(select.attributes['id'] ?? '');
        choices.set(keyOf(select.attributes['name'] ?? '', value), { question, text: inside() });
      } else if (tag.is === 'button') {
        submits.push(inside());
        buttons.set(keyOf(name, value), inside());
      } else if (type === 'hidden') hidden.add(name);
      else if (type === 'radio' || type === 'checkbox') {
        const text = labels.get(id);
        if (text !== undefined) choices.set(keyOf(name, value), { question: legendBefore(form, tag.at), text });
      } else if (tag.is === 'input' || tag.is === 'textarea') typed.set(name, labels.get(id) ?? '');
    }
  }
  const [onlyButton] = submits.length === 1 ? submits : [];
  return {
    ...{ isRead: html !== '', hasForm: forms.length > 0, hidden, typed, onlyButton },
    choiceOf: (name, value) => choices.get(keyOf(name, value)),
    buttonOf: (name, value) => buttons.get(keyOf(name, value)),
  };
}
