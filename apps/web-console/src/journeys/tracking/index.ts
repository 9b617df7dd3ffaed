import { LetterController } from './letter/letter.controller';

export const tracking = { controllers: [LetterController], providers: [] };
