import { startTelemetry } from '@mash/telemetry';

/** Imported before anything that it hooks. */
export const telemetry = startTelemetry('web-console');
