/** The file of a version as the start of the next one: the same words under the next number. */
export const asNextVersion = (yaml: string, next: number): string =>
  yaml.replace(/^version: \d+$/m, `version: ${next}`);
