import { NameSignatoryController } from './name/name-signatory.controller';
import { SignatoriesController } from './list/signatories.controller';

export const signatories = { controllers: [NameSignatoryController, SignatoriesController], providers: [] };
