import { randomUUID } from 'node:crypto';
import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Log } from '../../platform/log.ts';
import { shellMessages } from '../messages/shell.ts';

/** What one connection may cost: requests carry no body here, and an address with its headers is short. */
const limits = { maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 2_000 };
const maxHeadersCount = 100;
/** A reader who takes nothing more for so long is gone; a document is made in less. */
const silenceMs = 120_000;
const stopWithinMs = 5_000;

export interface Connections {
  port: number;
  /** Stops listening, lets the requests under way be answered, then resolves. */
  close(): Promise<void>;
}

/** Opens the port, within limits. Rejects with code `EADDRINUSE` when it is busy. */
export function listen(answer: RequestListener, { port, host, log }: { port: number; host: string; log: Log }): Promise<Connections> {
  const server = createServer(limits, (request, response) => {
    // Only a proxy is asked for more than a path, and Express cannot read every address that such a request may hold.
    if (request.url?.startsWith('/')) answer(request, response);
    else refuseRaw(request.socket, 400, log, request.method === 'HEAD');
  });
  server.maxHeadersCount = maxHeadersCount;
  server.setTimeout(silenceMs);
  const underWay = requestsUnderWay(server);
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable || underWay.answering(socket)) socket.destroy();
    else refuseRaw(socket, statusOf[error.code ?? ''] ?? 400, log, error.rawPacket?.toString('latin1', 0, 5) === 'HEAD ');
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({ port: (server.address() as AddressInfo).port, close: () => close(server, underWay) });
    });
  });
}

const statusOf: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, HPE_CHUNK_EXTENSIONS_OVERFLOW: 413, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** What is no request has no response object: the few lines are written by hand. Whoever asks for headers alone takes a text after them for a fault. */
function refuseRaw(socket: Duplex, status: number, log: Log, headOnly: boolean): void {
  const requestId = randomUUID();
  const { broken, refused } = shellMessages.fr.errors;
  const body = `${refused.title}. ${broken.number} ${requestId}\n`;
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'Connection: close', 'Content-Type: text/plain; charset=utf-8', `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store', 'X-Content-Type-Options: nosniff', `X-Request-Id: ${requestId}`,
  ];
  log.info({ requestId, status }, 'no request');
  socket.end(`${head.join('\r\n')}\r\n\r\n${headOnly ? '' : body}`);
}

interface UnderWay {
  answering(socket: Duplex): boolean;
  /** Ends the connections that wait for nothing, now and as the others get their answer. */
  endIdle(): void;
}

/** Node takes a connection that has said nothing yet, or half a request, for one at work; a browser keeps some in advance. */
function requestsUnderWay(server: Server): UnderWay {
  const counts = new Map<Duplex, number>();
  let stopping = false;
  server.on('connection', (socket: Socket) => {
    counts.set(socket, 0);
    socket.once('close', () => counts.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    counts.set(socket, (counts.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (counts.get(socket) ?? 1) - 1;
      if (counts.has(socket)) counts.set(socket, left);
      if (stopping && left === 0) socket.end();
    });
  });
  return {
    answering: (socket) => (counts.get(socket) ?? 0) > 0,
    endIdle: () => {
      stopping = true;
      for (const [socket, count] of counts) if (count === 0) socket.destroy();
    },
  };
}

function close(server: Server, underWay: UnderWay): Promise<void> {
  return new Promise((resolve, reject) => {
    // A reader who never finishes must not keep the house open.
    const late = setTimeout(() => server.closeAllConnections(), stopWithinMs);
    server.close((error) => {
      clearTimeout(late);
      if (error) reject(error);
      else resolve();
    });
    underWay.endIdle();
  });
}
