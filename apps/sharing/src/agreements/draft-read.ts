import { DraftReplaced } from '@mash/contracts';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

/** `?read=`: the draft that whoever sends it out, or throws it away, has read. Left out, it is whichever lies there. */
export class DraftRead extends createZodDto(z.strictObject({ read: DraftReplaced.optional() })) {}
