import { z } from 'zod';
import { Sealed } from '../sealed';

export const StrategyStep = z.enum(['considered', 'started', 'held', 'not_held']);
export type StrategyStep = z.infer<typeof StrategyStep>;

/** GET /enquiries/:enquiryId/strategy-discussions (hub): every discussion with its steps, oldest first. What was said is sealed. */
export const StrategyDiscussions = z.object({
  discussions: z.array(
    z.object({
      discussionId: z.uuid(),
      standing: StrategyStep.describe('Its newest step'),
      mayBecome: z.array(StrategyStep).describe('The steps that can follow'),
      steps: z.array(
        z.object({
          stepId: z.uuid(),
          step: StrategyStep,
          agencies: z.array(z.string()),
          takenBy: z.string(),
          takenAt: z.iso.datetime(),
          sealed: Sealed.optional(),
        }),
      ),
    }),
  ),
});
export type StrategyDiscussions = z.infer<typeof StrategyDiscussions>;

/**
 * POST /enquiries/:enquiryId/strategy-discussions/:discussionId/steps (who may rate). A discussion is considered, started with named agencies, and held; or not
 * held, with a reason. Nothing has to be answered first: open REVIEWs and unanswered requests hold none of it up. While it runs, the agencies that
 * take part look as `rep_joint`. The step's id is the caller's: the same twice answers as before, and another person, other agencies, or with a note
 * where there was none, is refused (409 DECISION.STRATEGY_STEP_EXISTS). What a note says is sealed, and is not compared: other words need another id.
 */
export const TakeStrategyStep = z.strictObject({
  stepId: z.uuid(),
  step: StrategyStep,
  agencies: z.array(z.string().max(60)).max(30).default([]).describe('Who takes part: `started` needs at least one'),
  sealed: Sealed.optional().describe(
    'What was concluded, or why it is not held, typ `note` with noteId = stepId; `not_held` and `held` need it',
  ),
});
export type TakeStrategyStep = z.infer<typeof TakeStrategyStep>;
