import { FeedbackController } from './feedback.controller';

export const feedback = { controllers: [FeedbackController], providers: [] };
