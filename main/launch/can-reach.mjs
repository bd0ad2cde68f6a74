import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** Milliseconds without an answer that count as a no. */
const patience = 5_000;

/**
 * Whether a host answers at all, whatever it says; through the proxy of the environment where there
 * is one. Runs on any Node, before the packages are installed.
 * @param {string} address
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @param {number} [limit] milliseconds
 * @returns {Promise<boolean>}
 */
export function canReach(address, environment = process.env, limit = patience) {
  if (!URL.canParse(address)) return Promise.resolve(false);
  const url = new URL(address);
  const proxy = environment['HTTPS_PROXY'] || environment['https_proxy'];
  return new Promise((resolve) => {
    const asked =
      proxy && URL.canParse(proxy) && url.protocol === 'https:'
        ? tunnel(new URL(proxy), url)
        : (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, { method: 'HEAD' });
    // Not the socket's own limit: a name that is looked up for ever has no socket yet.
    const timer = setTimeout(() => end(false), limit);
    const end = (/** @type {boolean} */ isThere) => {
      clearTimeout(timer);
      resolve(isThere);
      asked.destroy();
    };
    asked.once('response', () => end(proxy === undefined || url.protocol !== 'https:'));
    asked.once('connect', ({ statusCode }) => end(statusCode === 200));
    asked.on('error', () => end(false));
    asked.end();
  });
}

/**
 * @param {URL} proxy
 * @param {URL} to
 */
function tunnel(proxy, to) {
  const name = decodeURIComponent(proxy.username);
  const word = decodeURIComponent(proxy.password);
  const credentials = Buffer.from(`${name}:${word}`).toString('base64');
  return (proxy.protocol === 'https:' ? httpsRequest : httpRequest)({
    host: proxy.hostname,
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path: `${to.hostname}:${to.port || 443}`,
    headers: name === '' ? {} : { 'Proxy-Authorization': `Basic ${credentials}` },
  });
}
