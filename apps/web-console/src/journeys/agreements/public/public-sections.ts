/** A part of a public page: the same parts make the page and the PDF. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'part'; readonly heading: string; readonly blocks: readonly (TextBlock | ListBlock)[] };

export type TextBlock = Extract<Block, { kind: 'text' }>;
export type ListBlock = Extract<Block, { kind: 'list' }>;

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export const text = (words: string): TextBlock => ({ kind: 'text', text: words });
export const list = (items: readonly string[]): ListBlock => ({ kind: 'list', items });
export const part = (heading: string, ...blocks: (TextBlock | ListBlock)[]): Block => ({
  kind: 'part',
  heading,
  blocks,
});
