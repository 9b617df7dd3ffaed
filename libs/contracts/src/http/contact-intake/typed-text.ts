import { z } from 'zod';

/** What somebody typed, without the spaces around it. @param max characters */
export const typedText = (max: number) => z.string().trim().max(max);
