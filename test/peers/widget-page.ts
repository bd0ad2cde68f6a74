import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** The second generation is the widget's default bundle; the third is beside it, with a style sheet of its own. */
export type Generation = 2 | 3;
const bundles: Readonly<Record<Generation, { readonly script: string; readonly style: string }>> = {
  2: { script: 'okta-sign-in.min.js', style: 'okta-sign-in.min.css' },
  3: { script: 'okta-sign-in.next.js', style: 'okta-sign-in.next.css' },
};

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
};

interface PageOptions {
  readonly generation: Generation;
  /** Where the widget begins; on the first page where absent. */
  readonly flow?: 'signup';
  readonly issuer: string;
  readonly clientId: string;
  /** In place of the scripts of hCaptcha and of reCAPTCHA. */
  readonly captchaScript: string;
}

/** A site of a loopback origin of its own, with the widget's bundle as it comes on its only page. */
export async function servePage(options: PageOptions & { files: string }): Promise<ServedPage> {
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
function html({ generation, flow, issuer, clientId, captchaScript }: PageOptions): string {
  const { script, style } = bundles[generation];
  const captcha = { scriptSource: captchaScript };
  const config = JSON.stringify({
    issuer,
    clientId,
    // The third generation asks for tokens only where it is told to.
    authScheme: 'oauth2',
    ...(flow && { flow }),
    hcaptcha: captcha,
    recaptcha: captcha,
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Sign up</title>
<link rel="stylesheet" href="/css/${style}">
<script src="/js/${script}"></script>
<div id="widget"></div>
<pre id="claims"></pre>
<script>
  const signIn = new OktaSignIn({
    ...${config},
    assets: { baseUrl: location.origin },
    redirectUri: location.origin + '/',
  });
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
