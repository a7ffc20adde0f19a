import { createHash, createHmac } from 'node:crypto';
import { keyFor } from '../secret.ts';

/** What the database keeps of a token: who reads the database cannot sign in with it. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** For what a person types, and so somebody could guess from its plain hash: keyed by the house's secret. */
export const keyedHash = (secret: string, purpose: string, value: string): Buffer => createHmac('sha256', keyFor(secret, purpose)).update(value).digest();
