import type { RequestHandler } from 'express';
import helmet from 'helmet';

type Response = Parameters<RequestHandler>[1];

/** The headers that keep a page to itself. `https`: browsers are told to come back by it only. */
export const securityHeaders = ({ https }: { https: boolean }): RequestHandler[] => [
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [nonceOf, "'strict-dynamic'", "'self'"],
        styleSrc: ["'self'", nonceOf],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
  }),
  (_request, response, next) => {
    response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()');
    next();
  },
];

const nonceOf = (_request: unknown, response: unknown): string => `'nonce-${String((response as Response).locals['nonce'])}'`;
