import express from 'express';
import type { Express, NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { jsonLogger } from '@mash/telemetry';
import type { IdentityConfig } from '../config';
import { demoRoutes } from '../demo/demo.routes';
import { identityProvider } from '../provider/identity-provider';
import { signingKey } from '../provider/signing-key';
import { errorPage } from '../sign-in/error-page';
import { signInRoutes } from '../sign-in/sign-in.routes';

/** The page may post to itself and be sent on to the console; nothing else runs, loads or frames it. */
const contentSecurity = (consoleUrl: string) => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    formAction: ["'self'", consoleUrl],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
});

/** Everything the demo's identity provider answers. */
export async function identityApp(config: IdentityConfig): Promise<Express> {
  const key = await signingKey(config.signingKey);
  const provider = identityProvider(config, key);
  const log = jsonLogger('dev-identity');
  provider.on('server_error', (_context, error) => log.error('provider error', error));

  const app = express();
  app.disable('x-powered-by');
  app.use(helmet({ contentSecurityPolicy: contentSecurity(config.consoleUrl), strictTransportSecurity: false }));
  app.get(['/health/live', '/health/ready'], (_request, response) => void response.json({ status: 'ok' }));
  app.use(signInRoutes(provider, config.consoleUrl));
  if (config.isDemo) app.use(demoRoutes(config, key));
  app.use(provider.callback());
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    log.error('request failed', error);
    response.status(500).type('html').send(errorPage('server_error', config.consoleUrl));
  });
  return app;
}
