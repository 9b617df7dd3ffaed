import { AddAuthorController } from './add/add-author.controller';
import { DetrimentAuthorsController } from './list/detriment-authors.controller';

export const detrimentAuthors = { controllers: [DetrimentAuthorsController, AddAuthorController], providers: [] };
