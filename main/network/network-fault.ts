/** Why a request got no answer, as far as the error tells. */
export type NetworkFault =
  /** No address is known for the host's name. */
  | 'name-not-found'
  /** This computer has no way to any network, or lost it. */
  | 'offline'
  /** A proxy cannot be reached, or does not let the request through. */
  | 'proxy'
  /** A program or policy on this computer forbids the connection. */
  | 'blocked'
  | 'certificate'
  /** The server, or a gateway before it, asks for a certificate of this computer. */
  | 'client-certificate'
  | 'timeout'
  /** The answer sends the request on to another address. */
  | 'redirected'
  /** Bytes came that are no HTTP answer, or an answer that breaks off. */
  | 'broken-answer'
  | 'no-connection';

/**
 * Signs of each fault, the more particular first: codes of Node, undici and OpenSSL, and the names of
 * Chromium's network errors (https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h).
 * Chromium's errors of its cache, of files, of importing certificates and of FTP cannot occur in a
 * request of this app, so they stay with what is unknown.
 */
const signsOfFault: readonly (readonly [fault: NetworkFault, sign: RegExp])[] = [
  [
    'redirected',
    /redirect was cancelled|unexpected redirect|redirect policy|ERR_\w*_REDIRECTS?\b/i,
  ],
  ['client-certificate', /ERR_SSL_CLIENT_AUTH_|CLIENT_AUTH_CERT|PRIVATE_KEY_FOR_CERT/],
  ['client-certificate', /CERTIFICATE_REQUIRED$/],
  [
    'proxy',
    /ERR_(\w*PROX|TUNNEL_|SOCKS_|PAC_)|^UND_ERR_PRX|proxy (response|authentication)|ProxyAsksForPassword/i,
  ],
  // Names and passwords are asked for by proxies alone: the app answers no other question for one.
  [
    'proxy',
    /ERR_(MALFORMED_IDENTITY|\w*AUTH_(CREDENTIALS|SCHEME|ENVIRONMENT)|\w*SECURITY_LIBRARY_STATUS)/,
  ],
  [
    'timeout',
    /^TimeoutError$|^ETIMEDOUT$|^UND_ERR_\w*_TIMEOUT$|ERR_(\w+_)?TIMED_OUT|ERR_HTTP2_PING_FAILED/,
  ],
  ['name-not-found', /^ENOTFOUND$|ERR_(NAME_|ICANN_NAME_|DNS_|HOST_RESOLVER_)/],
  ['blocked', /ERR_(NETWORK_ACCESS_DENIED|ACCESS_DENIED|\w*BLOCKED_|UNSAFE_PORT)|^(EACCES|EPERM)$/],
  [
    'offline',
    /^(EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ENETDOWN)$|ERR_(INTERNET_DISCONNECTED|NETWORK_|ADDRESS_UNREACHABLE)/,
  ],
  [
    'certificate',
    /^CERT_|^UNABLE_TO_|SELF_SIGNED_CERT|^(HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH_EXCEEDED)$/,
  ],
  ['certificate', /^EPROTO$|ERR_(TLS|SSL|CERT|ECH|ALPN)\w*|_(CERT_ROOT|SSL_VERSIONS|ECH_CONFIG)_/],
  ['certificate', /ERR_(HTTP2_INADEQUATE_TRANSPORT_SECURITY|INSECURE_RESPONSE)/],
  [
    'broken-answer',
    /^TooLarge$|^HPE_|^UND_ERR_(SOCKET|RES_)|ERR_(EMPTY_|INVALID_\w*RESPONSE|RESPONSE_)/,
  ],
  [
    'broken-answer',
    /ERR_(\w*CHUNKED_ENCODING|CONTENT_|\w*HTTP2_|QUIC_|\w*HTTP_1_1_)|ERR_ENCODING_/,
  ],
];

/**
 * Reads a rejection of fetch. Node's hides the code in `cause`, where a host with several addresses
 * has one failure for each; Electron's has it in the message.
 */
export function networkFaultOf(error: unknown): NetworkFault {
  const signs = [...signsOf(error)];
  const found = signsOfFault.find(([, sign]) => signs.some((text) => sign.test(text)));
  return found?.[0] ?? 'no-connection';
}

function* signsOf(error: unknown): Generator<string> {
  // A cause may name itself; nothing real is nested as deep.
  for (let link = error, depth = 0; link instanceof Error && depth < 10; depth += 1) {
    yield link.name;
    yield link.message;
    if ('code' in link && typeof link.code === 'string') yield link.code;
    if (link instanceof AggregateError) for (const part of link.errors) yield* signsOf(part);
    link = link.cause;
  }
}
