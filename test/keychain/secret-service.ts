import { isMainThread } from 'node:worker_threads';
import {
  type Prompter,
  type Session,
  startSession as start,
  withoutDisplay,
} from '../support/secret-service';

/**
 * Starts a session and makes it this process's. libsecret keeps its connection for as long as the
 * process lives, so a test file can have one session only. `prompter`: what unlocking asks through.
 */
export async function startSession(prompter: Prompter = 'none'): Promise<Session> {
  if (!isMainThread) throw new Error('libsecret sees process.env of the main thread only');
  const session = await start(prompter);
  Object.assign(withoutDisplay(process.env), session.environment);
  return session;
}
