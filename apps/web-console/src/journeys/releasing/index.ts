import { ReleaseController } from './release.controller';
import { ReleaseSender } from './release-sender';
import { SubjectNames } from './subject-names';

export const releasing = { controllers: [ReleaseController], providers: [ReleaseSender, SubjectNames] };
