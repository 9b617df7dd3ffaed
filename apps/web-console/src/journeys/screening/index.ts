import { MatchController } from './match/match.controller';
import { ScreeningController } from './people/screening.controller';
import { PlacesController } from './places/places.controller';
import { RosterController } from './roster/roster.controller';

export const screening = {
  controllers: [ScreeningController, RosterController, PlacesController, MatchController],
  providers: [],
};
