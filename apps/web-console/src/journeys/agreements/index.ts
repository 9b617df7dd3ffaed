import { AdminController } from './admin/admin.controller';
import { CompareAgreementController } from './compare/compare.controller';
import { DraftAgreementController } from './draft/draft.controller';
import { ManageAgreementsController } from './manage/manage.controller';
import { PublicAgreements } from './public/public-agreements';
import { PublicAgreementsController } from './public/public-agreements.controller';
import { StopAgreementController } from './stop/stop.controller';
import { AgreementVersionController } from './version/version.controller';

export const agreements = {
  controllers: [
    StopAgreementController,
    CompareAgreementController,
    DraftAgreementController,
    AgreementVersionController,
    ManageAgreementsController,
    AdminController,
    PublicAgreementsController,
  ],
  providers: [PublicAgreements],
};
