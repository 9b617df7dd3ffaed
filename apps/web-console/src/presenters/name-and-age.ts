const SAYS_UNBORN = /\bunborn\b/i;
const UNBORN = /^unborn(, )?/;

/** An age as it reads beside a name: a name that says "unborn" is not told so twice. Empty where nothing is left. */
export const ageBeside = (name: string, age: string): string =>
  SAYS_UNBORN.test(name) ? age.replace(UNBORN, '') : age;

/** "Kian Marlowe, 8 years"; "Unborn baby, expected 14 March 2027". */
export const nameAndAge = (name: string, age: string): string =>
  [name, ageBeside(name, age)].filter((part) => part !== '').join(', ');
