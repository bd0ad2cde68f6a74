/** The certificate or the protocol: OpenSSL's and Node's codes, and Chromium's (`net::ERR_...`). */
const tls = [
  /^CERT_/,
  /^UNABLE_TO_/,
  /SELF_SIGNED_CERT/,
  /^ERR_(TLS|SSL)_/,
  /^(EPROTO|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH_EXCEEDED)$/,
  /ERR_(CERT|SSL)_/,
];
const timeout = [
  /^TimeoutError$/,
  /^ETIMEDOUT$/,
  /^UND_ERR_.*_TIMEOUT$/,
  /ERR_(CONNECTION_)?TIMED_OUT/,
];

/**
 * Why fetch has no answer. Node's fetch hides the code in `cause`, where a host with several
 * addresses has one failure for each; Electron's has it in the message.
 */
export function classifyNetworkFailure(error: unknown): 'unreachable' | 'timeout' | 'tls' {
  const signs = [...signsOf(error)];
  const matches = (patterns: readonly RegExp[]) =>
    signs.some((sign) => patterns.some((pattern) => pattern.test(sign)));
  if (matches(tls)) return 'tls';
  return matches(timeout) ? 'timeout' : 'unreachable';
}

function* signsOf(error: unknown): Generator<string> {
  for (let link = error; link instanceof Error; link = link.cause) {
    yield link.name;
    yield link.message;
    if ('code' in link && typeof link.code === 'string') yield link.code;
    if (link instanceof AggregateError) for (const part of link.errors) yield* signsOf(part);
  }
}
