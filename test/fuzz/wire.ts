import { request as open, type Agent, type IncomingHttpHeaders } from 'node:http';
import type { Sent } from './requests.ts';

export interface Answer { status: number; headers: IncomingHttpHeaders; text: string }

/** The longest that a reader would wait. */
const patienceMs = 10_000;

/** Sends a request as it is written: `fetch` would put its path in order first. */
export const sendRaw = (origin: string, sent: Sent, agent: Agent | false): Promise<Answer> => new Promise((resolve, reject) => {
  const { method, path, headers, body } = sent;
  const { hostname, port } = new URL(origin);
  const request = open({ hostname, port, method, path, headers, agent, setHost: true, signal: AbortSignal.timeout(patienceMs) }, (response) => {
    const pieces: Buffer[] = [];
    response.on('data', (piece: Buffer) => pieces.push(piece));
    response.on('error', reject);
    response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(pieces).toString('utf8') }));
  });
  request.on('error', (error: NodeJS.ErrnoException) => {
    // A kept connection may end just as it is taken again: only a new one tells that nobody answers.
    if (request.reusedSocket && error.code === 'ECONNRESET') resolve(sendRaw(origin, sent, false));
    else reject(error);
  });
  request.end(body);
});
