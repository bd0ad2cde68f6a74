import { appIs, both, defect, type Change } from './change';

/** Everybody who works here has the app, and nobody else. */
const assignedToStaff = appIs({ assignedTo: ['staff'] });

/** The settings of the application. */
export const app = {
  'app-not-assigned': both(appIs({ assignedTo: [] }), defect({ unassignedShows: 'first-page' })),
  'app-assigned-to-others': both(assignedToStaff, defect({ unassignedShows: 'end' })),
  'app-not-assigned-redirect': both(assignedToStaff, defect({ unassignedShows: 'redirect' })),
  'app-not-assigned-token': both(assignedToStaff, defect({ unassignedShows: 'token' })),
  'grant-not-on-app': appIs({ grantTypes: ['refresh_token', 'implicit', 'authorization_code'] }),
  'web-app': appIs({ applicationType: 'web', tokenEndpointAuthMethod: 'client_secret_basic' }),
  'service-app': appIs({
    applicationType: 'service',
    tokenEndpointAuthMethod: 'client_secret_basic',
  }),
  'client-unknown': appIs({ exists: false }),
  'client-inactive': appIs({ status: 'INACTIVE' }),
  'redirect-uri-missing': appIs({ redirectUris: ['https://app.example.com/callback'] }),
  'network-zone': appIs({ isKeptToZone: true }),
  'dpop-required': appIs({ dpopBoundAccessTokens: true }),
} as const satisfies Readonly<Record<string, Change>>;
