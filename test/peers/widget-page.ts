import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
};

/** A site of a loopback origin of its own, with the widget's default bundle on its only page. */
export async function servePage(options: {
  files: string;
  issuer: string;
  clientId: string;
}): Promise<ServedPage> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(options.files, path);
    if (path === '/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(html(options));
    } else if (existsSync(file)) {
      const type = types[path.split('.').pop() ?? ''] ?? 'application/octet-stream';
      response.setHeader('Content-Type', type);
      createReadStream(file).pipe(response);
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** `useInteractionCodeFlow` is left out: the widget refuses that option since its version 7.49. */
function html({ issuer, clientId }: { issuer: string; clientId: string }): string {
  const config = JSON.stringify({ issuer, clientId, flow: 'signup', assets: { baseUrl: '/' } });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Sign up</title>
<link rel="stylesheet" href="/css/okta-sign-in.min.css">
<script src="/js/okta-sign-in.min.js"></script>
<div id="widget"></div>
<pre id="claims"></pre>
<script>
  const signIn = new OktaSignIn({ ...${config}, redirectUri: location.origin + '/' });
  signIn
    .showSignInToGetTokens({ el: '#widget' })
    .then(({ idToken }) => {
      signIn.remove();
      document.querySelector('#claims').textContent = JSON.stringify(idToken.claims);
    })
    .catch((error) => {
      document.querySelector('#claims').textContent = String(error);
    });
</script>
</html>
`;
}
