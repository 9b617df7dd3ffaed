import { AdminController } from './admin/admin.controller';
import { AgreementsController } from './manage/agreements.controller';
import { StopAgreementController } from './stop/stop.controller';

export const agreements = {
  controllers: [StopAgreementController, AgreementsController, AdminController],
  providers: [],
};
