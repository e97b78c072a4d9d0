import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.js';

/** An address is put together from the Host header as it came, which no parser may take: then nothing behind this needs to try. */
export const readableAddress: MiddlewareHandler = async (c, next) => {
  if (!URL.canParse(c.req.url)) return problem(400, 'host', 'host: this header holds no name of a host.');
  await next();
};
