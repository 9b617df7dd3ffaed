/** Fields of a form as they were sent: each once or many times, or not at all. */
export type PostedFields = Readonly<Record<string, unknown>>;

/** Reads fields of a posted form. Anything that is not text is as good as not sent. */
export class Posted {
  constructor(private readonly fields: PostedFields) {}

  /** Trimmed text with ordinary line ends; empty where nothing was sent. */
  text(name: string): string {
    const value = this.fields[name];
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' ? first.replaceAll('\r\n', '\n').trim() : '';
  }

  /** Text, or `undefined` where nothing was typed. */
  optional(name: string): string | undefined {
    const text = this.text(name);
    return text === '' ? undefined : text;
  }

  /** One of the options offered; anything else counts as not chosen. */
  choice<const Option extends string>(name: string, options: readonly Option[]): Option | undefined {
    return options.find((option) => option === this.text(name));
  }

  /** Those of the options offered that were ticked. */
  choices<const Option extends string>(name: string, options: readonly Option[]): Option[] {
    const value = this.fields[name];
    const sent: unknown[] = Array.isArray(value) ? value : [value];
    return options.filter((option) => sent.includes(option));
  }

  /** All that was ticked, also what is not offered any more; each once. */
  all(name: string): string[] {
    return [...new Set([this.fields[name]].flat())].filter(
      (one): one is string => typeof one === 'string' && one !== '',
    );
  }

  ticked(name: string): boolean {
    return this.text(name) !== '';
  }
}
