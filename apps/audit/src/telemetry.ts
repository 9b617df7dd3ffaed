import { startTelemetry } from '@mash/telemetry';

/** First import of `main.ts`: instrumentation must be there before what it instruments. */
startTelemetry('audit');
