import { administrator, type Explanation, later, now, staff } from './explanation';

/**
 * Messages about the way to the org and back: Okta's codes of servers in trouble, HTTP statuses of
 * answers that say nothing else, and requests without an answer.
 */
export const connectionMessages = {
  tooManyRequests: later('tooManyRequests', 'oie.tooManyRequests', 'E0000047', 'http.429'),
  serverError: later('E0000009', 'oform.error.unexpected', 'server_error', 'http.500'),
  serverBusy: later('E0000010', 'temporarily_unavailable', 'http.503'),
  badRequest: staff(
    'now',
    'E0000003',
    'E0000018',
    'E0000019',
    'E0000020',
    'E0000021',
    'E0000022',
    'http.400',
  ),
  proxyRefused: staff('no', 'http.403'),
  proxySignIn: staff('no', 'http.407'),
  addressUnknown: staff('no', 'E0000008', 'http.404'),
  tooLarge: now('http.413'),
  answerTooLarge: staff('now', 'network.too-large'),
  leftOut: staff('no', 'app.left-out'),
  answerUnreadable: staff('now', 'network.unreadable'),
  otherHost: {
    ...administrator('Customizations > Brands > Domains', 'network.other-host'),
    params: ['host'],
  },
  gateway: later('http.502'),
  noConnection: now('network.unreachable'),
  noAnswer: later('network.timeout', 'http.408', 'http.504'),
  insecure: staff('no', 'network.tls'),
  nameUnknown: now('network.dns'),
} as const satisfies Readonly<Record<string, Explanation>>;
