import { Injectable } from '@nestjs/common';

/** One thing that must work before the service can serve. `check` rejects when it does not. */
export interface HealthIndicator {
  name: string;
  check(): Promise<void>;
}

/** What this service needs to be ready. Modules add their own on start; a service that is shutting down is never ready. */
@Injectable()
export class HealthRegistry {
  private readonly indicators: HealthIndicator[] = [];
  private isDraining = false;

  add(indicator: HealthIndicator): void {
    this.indicators.push(indicator);
  }

  drain(): void {
    this.isDraining = true;
  }

  get draining(): boolean {
    return this.isDraining;
  }

  all(): readonly HealthIndicator[] {
    return this.indicators;
  }
}
