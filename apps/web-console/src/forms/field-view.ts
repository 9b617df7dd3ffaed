import { errorMessageFor, type FieldError } from './field-error';

/** Arguments of one GOV.UK field macro, ready for `macros/fields.njk`. */
export interface FieldView {
  readonly kind: 'input' | 'textarea' | 'radios' | 'checkboxes' | 'date' | 'select';
  readonly args: object;
}

interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly errors?: readonly FieldError[];
  /** The label is the page's question: large. */
  readonly large?: boolean;
}

export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly text: string;
  readonly hint?: string;
  /** Fields that belong to this answer alone: a radio button shows them once it is chosen, and always where scripts do not run. */
  readonly then?: readonly FieldView[];
}

const labelOf = ({ label, large }: Asked): object => ({
  text: label,
  classes: large === true ? 'govuk-label--m' : 'govuk-label--s',
});
const legendOf = ({ label, large }: Asked): object => ({
  legend: { text: label, classes: large === true ? 'govuk-fieldset__legend--m' : 'govuk-fieldset__legend--s' },
});
const common = (asked: Asked): object => ({
  hint: asked.hint === undefined ? undefined : { text: asked.hint },
  errorMessage: errorMessageFor(asked.name, asked.errors ?? []),
});

export interface TextAsked extends Asked {
  readonly value: string | undefined;
  /** `govuk-input--width-10` and its kin. */
  readonly classes?: string;
  readonly inputmode?: 'numeric' | 'tel';
  readonly maxlength?: number;
}

export function textField(asked: TextAsked): FieldView {
  const { name, value, classes, inputmode, maxlength } = asked;
  const attributes = maxlength === undefined ? {} : { maxlength: String(maxlength) };
  const args = {
    ...common(asked),
    id: name,
    name,
    value,
    label: labelOf(asked),
    classes,
    inputmode,
    autocomplete: 'off',
    spellcheck: false,
    attributes,
  };
  return { kind: 'input', args };
}

export function textArea(asked: TextAsked & { readonly rows?: number }): FieldView {
  const { name, value, rows = 5, maxlength } = asked;
  const attributes = maxlength === undefined ? {} : { maxlength: String(maxlength) };
  const args = {
    ...common(asked),
    id: name,
    name,
    value,
    rows,
    label: labelOf(asked),
    autocomplete: 'off',
    spellcheck: true,
    attributes,
  };
  return { kind: 'textarea', args };
}

export interface ChoiceAsked extends Asked {
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly inline?: boolean;
}

const items = (options: readonly Option[], chosen: readonly (string | undefined)[]): object[] =>
  options.map(({ value, text, hint, then }) => ({
    value,
    text,
    then,
    checked: chosen.includes(value),
    selected: chosen.includes(value),
    hint: hint === undefined ? undefined : { text: hint },
  }));

export function radios(asked: ChoiceAsked): FieldView {
  const { name, options, value, inline } = asked;
  const classes = inline === true ? 'govuk-radios--inline govuk-radios--small' : 'govuk-radios--small';
  return {
    kind: 'radios',
    args: {
      ...common(asked),
      idPrefix: name,
      name,
      fieldset: legendOf(asked),
      classes,
      items: items(options, [value]),
    },
  };
}

export function select(asked: ChoiceAsked): FieldView {
  const { name, options, value } = asked;
  const empty = { value: '', text: 'Choose' };
  return {
    kind: 'select',
    args: { ...common(asked), id: name, name, label: labelOf(asked), items: items([empty, ...options], [value ?? '']) },
  };
}

export interface ChoicesAsked extends Asked {
  readonly options: readonly Option[];
  readonly values: readonly string[];
  /** In two columns where there is room: for long lists. */
  readonly columns?: boolean;
}

export function checkboxes(asked: ChoicesAsked): FieldView {
  const { name, options, values, columns } = asked;
  const classes = columns === true ? 'govuk-checkboxes--small mash-columns' : 'govuk-checkboxes--small';
  return {
    kind: 'checkboxes',
    args: {
      ...common(asked),
      idPrefix: name,
      name,
      fieldset: legendOf(asked),
      classes,
      items: items(options, values),
    },
  };
}

/** One box with no question above it. */
export function tickBox(asked: Omit<Asked, 'large'> & { readonly ticked: boolean }): FieldView {
  const { name, label, hint, ticked } = asked;
  const item = { value: 'yes', text: label, checked: ticked, hint: hint === undefined ? undefined : { text: hint } };
  return {
    kind: 'checkboxes',
    args: {
      errorMessage: errorMessageFor(name, asked.errors ?? []),
      idPrefix: name,
      name,
      classes: 'govuk-checkboxes--small',
      items: [item],
    },
  };
}

export interface DateAsked extends Asked {
  readonly value: { readonly day?: string; readonly month?: string; readonly year?: string };
}

export function dateField(asked: DateAsked): FieldView {
  const { name, value, errors = [] } = asked;
  const part = (key: 'day' | 'month' | 'year', width: number): object => {
    const isWrong = errors.some(({ field }) => field === name || field === `${name}-${key}`);
    return {
      name: key,
      value: value[key],
      classes: `govuk-input--width-${width}${isWrong ? ' govuk-input--error' : ''}`,
      attributes: { maxlength: '4' },
    };
  };
  const args = {
    ...common(asked),
    id: name,
    namePrefix: name,
    fieldset: legendOf(asked),
    items: [part('day', 2), part('month', 2), part('year', 4)],
  };
  return { kind: 'date', args };
}
