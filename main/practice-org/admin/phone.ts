import { json } from '../http/exchange';
import type { Route } from '../http/route';

/** The phone that everybody in a practice org holds. */
export const phoneRoutes = (adminPath: string): readonly Route[] => [
  {
    method: 'GET',
    path: `${adminPath}/totp`,
    handle: (_, { authenticatorApp }) => json(200, authenticatorApp.entries()),
  },
];
