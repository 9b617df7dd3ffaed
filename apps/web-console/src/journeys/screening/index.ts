import { MatchController } from './match/match.controller';
import { ScreeningController } from './people/screening.controller';
import { RosterController } from './roster/roster.controller';

export const screening = { controllers: [ScreeningController, RosterController, MatchController], providers: [] };
