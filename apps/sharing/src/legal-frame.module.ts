import type { LegalFrameCheck } from '@mash/contracts';
import { Module, type DynamicModule } from '@nestjs/common';
import { LEGAL_FRAME_CHECK, LegalFrameController } from './queries/legal-frame/legal-frame.http.controller';

/** Whether somebody has checked the law that the rules cite: a council's own record, from its configuration. */
@Module({})
export class LegalFrameModule {
  static with({ legalFrameCheck }: { legalFrameCheck?: LegalFrameCheck | undefined }): DynamicModule {
    return {
      module: LegalFrameModule,
      controllers: [LegalFrameController],
      providers: [{ provide: LEGAL_FRAME_CHECK, useValue: legalFrameCheck }],
    };
  }
}
