import type { Route } from '../model/route';
import { page } from './page';

/** Where Okta leads people who may not use the app: to what they may use, which is nothing here. */
export const userHomePath = '/app/UserHome';

export const userHomeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: userHomePath,
    handle: () =>
      page(200, {
        key: 'practice.user-home',
        title: 'No apps here',
        paragraphs: ['Your account is there, and nobody has assigned an app to you yet.'],
      }),
  },
];
