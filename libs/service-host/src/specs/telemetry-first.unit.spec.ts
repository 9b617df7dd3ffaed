import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceName } from '../config';

const APPS = join(__dirname, '../../../../apps');
const sourceOf = (service: string, file: string): string => readFileSync(join(APPS, service, 'src', file), 'utf8');

describe('The start of each service', () => {
  test.each(ServiceName.options)('%s hooks what it traces before it loads anything', (service) => {
    expect(sourceOf(service, 'main.ts').split('\n')[0]).toBe("import './telemetry';");
    expect(sourceOf(service, 'telemetry.ts')).toContain(`startTelemetry('${service}');`);
  });
});
