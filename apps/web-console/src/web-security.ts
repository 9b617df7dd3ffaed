import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { ConsoleConfig } from './config';
import type { ConsoleRequest } from './session/console-request';

/** A nonce for the page's scripts; nothing that is kept by anybody's cache; no address handed on to another site. */
function freshNonce(request: Request, response: Response, next: NextFunction): void {
  (request as ConsoleRequest).cspNonce = randomBytes(16).toString('base64');
  response.setHeader('Cache-Control', 'no-store');
  next();
}

const nonceOf = (request: unknown): string => `'nonce-${(request as ConsoleRequest).cspNonce ?? ''}'`;

/** Security headers of every page. Only our own scripts, styles and images; forms go to us, or on sign-out to the identity provider. */
export function webSecurity(config: ConsoleConfig): RequestHandler[] {
  const isHttps = config.consoleUrl.startsWith('https:');
  const headers = helmet({
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isHttps,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonceOf],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'", new URL(config.issuer).origin],
        frameAncestors: ["'none'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
  });
  return [freshNonce, headers];
}
