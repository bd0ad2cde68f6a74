/** What the command line needs of the check, without the app around it. */
export { examine, refuse, verdict } from './examination';
export { jsonReport } from './json-report';
export { drawReport } from './report';
