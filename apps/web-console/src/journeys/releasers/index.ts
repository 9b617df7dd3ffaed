import { EndAppointmentController } from './end/end-appointment.controller';
import { NameReleaserController } from './name/name-releaser.controller';
import { ReleasersController } from './list/releasers.controller';

export const releasers = {
  controllers: [NameReleaserController, EndAppointmentController, ReleasersController],
  providers: [],
};
