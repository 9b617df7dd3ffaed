import { ReleaseController } from './release.controller';
import { ReleaseSender } from './release-sender';
import { StatementSealer } from './statement-sealer';
import { SubjectNames } from './subject-names';

export const releasing = {
  controllers: [ReleaseController],
  providers: [ReleaseSender, StatementSealer, SubjectNames],
};
