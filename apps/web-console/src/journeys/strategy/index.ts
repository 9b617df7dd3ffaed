import { StrategyController } from './strategy.controller';

export const strategy = { controllers: [StrategyController], providers: [] };
