import { startTelemetry } from '@mash/telemetry';

startTelemetry('dev-identity');
