/** The native application that the practice org's sign-up belongs to; the same in every run. */
export const practiceClientId = '0oa1pract1ceDesk0g4';
export const practiceRedirectUri = 'app.frontdesk.desktop:/callback';
