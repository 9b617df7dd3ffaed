import { OverrideListController } from './list/override-list.controller';
import { OneOverrideController } from './one/one-override.controller';
import { ProposeOverrideController } from './propose/propose-override.controller';
import { StaffNames } from './shared/staff-names';

export const overrides = {
  controllers: [ProposeOverrideController, OneOverrideController, OverrideListController],
  providers: [StaffNames],
};
