/** Letters of other scripts that look like Latin ones: whoever types them reads like whoever does not. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', е: 'e', ё: 'e', з: '3', и: 'u', і: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p' },
  ...{ с: 'c', т: 't', у: 'y', х: 'x', ѕ: 's', ԁ: 'd', ԛ: 'q', ԝ: 'w', һ: 'h', ӏ: 'l' },
  ...{ α: 'a', β: 'b', γ: 'y', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ω: 'w' },
  ...{ ı: 'i', ȷ: 'j', ɑ: 'a', ɡ: 'g', ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ŧ: 't', ƅ: 'b' },
};
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
};

function entity(whole: string, body: string): string {
  const number = /^#x([0-9a-f]+)$/i.exec(body)?.[1] ?? /^#(\d+)$/.exec(body)?.[1];
  if (number === undefined) return NAMED[body.toLowerCase()] ?? whole;
  const code = Number.parseInt(number, /^#x/i.test(body) ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Twice: an ampersand may itself have been written as an entity. */
const withoutEntities = (text: string): string =>
  [1, 2].reduce((read) => read.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, entity), text);

/**
 * The words of a text as they sound to whoever reads it: no case, accents, punctuation, HTML entities, invisible characters (zero-width
 * ones, soft hyphens, directions), and no letters of another script that only look alike.
 */
export function plainWords(text: string): string[] {
  const visible = withoutEntities(text)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
  const latin = visible.replace(/[^\u0000-\u007f]/gu, (letter) => LOOKALIKES[letter] ?? letter);
  return latin.match(/[\p{L}\p{N}]+/gu) ?? [];
}
