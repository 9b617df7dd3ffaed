/** The title of a version of an agreement; undefined for one that the reader may not read, or that nobody knows. */
export type AgreementTitles = (agreementId: string, version: number) => string | undefined;

export const NO_TITLES: AgreementTitles = () => undefined;

/** What a decision and a line of the ledger name: the agreement's id, its version and the line in it. */
const REF = /^([0-9a-f-]{36}) v(\d{1,6})(?: (.+))?$/;

function wordsOf(ref: string, titleOf: AgreementTitles): string {
  const [, agreementId, version, line] = REF.exec(ref) ?? [];
  const title = agreementId === undefined ? undefined : titleOf(agreementId, Number(version));
  if (title === undefined) return ref;
  return `“${title}” version ${version ?? ''}${line === undefined ? '' : `, line ${line}`}`;
}

/** The agreements that something rests on, by title, version and line; by id where the title is not known. */
export const agreementWords = (refs: string, titleOf: AgreementTitles = NO_TITLES): string =>
  refs
    .split('; ')
    .map((ref) => wordsOf(ref, titleOf))
    .join('; ');
