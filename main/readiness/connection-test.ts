import type { ConnectionReport } from '../../preload/schemas/settings';
import type { Log } from '../log';
import { cancel } from './cancel';
import { type ConnectionToTest, createContext } from './context';
import { interact } from './interact';
import { introspect } from './introspect';
import { readMetadata } from './metadata';
import { readOrganization } from './organization';

export interface ConnectionTestOptions {
  readonly connection: ConnectionToTest;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Log;
  /** Ends the test early; what is reported then is of no interest to anybody. */
  readonly signal?: AbortSignal;
  /** Milliseconds for each request. */
  readonly limit?: number;
}

/**
 * Asks an org, in the order of a sign-up, for everything a sign-up needs before the first form, and
 * reports the first thing that is missing. Creates no user and sends no profile; what it began at
 * the org it cancels.
 */
export async function testConnection(options: ConnectionTestOptions): Promise<ConnectionReport> {
  const { connection, fetch, signal, limit = 10_000 } = options;
  const context = createContext(connection, fetch, signal, limit);
  const report = await runSteps(context);
  options.log.info('readiness.connection-tested', {
    host: new URL(connection.orgUrl).host,
    outcome: report.finding,
  });
  return report;
}

async function runSteps(context: ReturnType<typeof createContext>): Promise<ConnectionReport> {
  const organization = await readOrganization(context);
  if (!organization.ok) return organization.report;
  const metadata = await readMetadata(context, organization.value);
  if (!metadata.ok) return metadata.report;
  const interaction = await interact(context);
  if (!interaction.ok) return interaction.report;
  const signUp = await introspect(context, interaction.value);
  await cancel(context, signUp.stateHandle);
  return signUp.report;
}
