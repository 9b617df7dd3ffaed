/** An identifier as SQL text. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A string as SQL text, for statements that take no parameters (roles, grants). */
export const literal = (text: string): string => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
