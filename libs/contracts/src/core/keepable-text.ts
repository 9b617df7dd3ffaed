import { z } from 'zod';

/** PostgreSQL takes neither NUL nor half a surrogate pair in a text, and nobody types them. */
export const isKeepable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

export const UNKEEPABLE = { message: 'Holds a character that cannot be kept (NUL, or half of a surrogate pair)' };

/** Words that a database can keep. */
export const keepableText = (): z.ZodString => z.string().refine(isKeepable, UNKEEPABLE);
