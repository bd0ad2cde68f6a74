import type { CauseId } from '../causes/cause-id';

/** OpenSSL's and Node's codes, and Chromium's (`net::ERR_...`). */
const signsOfCause: readonly (readonly [cause: CauseId, signs: readonly RegExp[]])[] = [
  [
    'certificate-not-trusted',
    [
      /^CERT_/,
      /^UNABLE_TO_/,
      /SELF_SIGNED_CERT/,
      /^ERR_(TLS|SSL)_/,
      /^(EPROTO|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH_EXCEEDED)$/,
      /ERR_(CERT|SSL)_/,
    ],
  ],
  ['proxy-refuses', [/ERR_(PROXY|TUNNEL)_/, /^UND_ERR_PRX/, /proxy (response|authentication)/i]],
  [
    'no-answer-in-time',
    [/^TimeoutError$/, /^ETIMEDOUT$/, /^UND_ERR_.*_TIMEOUT$/, /ERR_(CONNECTION_)?TIMED_OUT/],
  ],
  ['offline', [/^(EAI_AGAIN|ENETUNREACH|ENETDOWN)$/, /ERR_INTERNET_DISCONNECTED/, /ERR_NETWORK_/]],
  // Electron's fetch fails where Node's hands on the redirect; no endpoint of Okta's has any here.
  ['not-an-okta-org', [/redirect was cancelled/i]],
  // Its answer has no reasonable end.
  ['unusual-answer', [/^TooLarge$/]],
  ['name-not-found', [/^ENOTFOUND$/, /ERR_NAME_(NOT_RESOLVED|RESOLUTION_FAILED)/]],
];

/**
 * Why fetch has no answer, most likely first. Node's fetch hides the code in `cause`, where a host
 * with several addresses has one failure for each; Electron's has it in the message.
 */
export function networkFailureCauses(error: unknown): readonly CauseId[] {
  const signs = [...signsOf(error)];
  const found = signsOfCause.find(([, patterns]) =>
    signs.some((sign) => patterns.some((pattern) => pattern.test(sign))),
  );
  if (!found) return ['connection-refused', 'proxy-refuses', 'offline'];
  switch (found[0]) {
    case 'name-not-found':
      return ['name-not-found', 'offline'];
    case 'offline':
      return ['offline', 'name-not-found'];
    case 'no-answer-in-time':
      return ['no-answer-in-time', 'proxy-refuses'];
    default:
      return [found[0]];
  }
}

function* signsOf(error: unknown): Generator<string> {
  for (let link = error; link instanceof Error; link = link.cause) {
    yield link.name;
    yield link.message;
    if ('code' in link && typeof link.code === 'string') yield link.code;
    if (link instanceof AggregateError) for (const part of link.errors) yield* signsOf(part);
  }
}
