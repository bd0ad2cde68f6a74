import type { Context } from './context';
import { classifyNetworkFailure } from './network-failure';
import { type StepOutcome, stop } from './report';

/** An org's answer. */
export interface Answer {
  readonly status: number;
  /** Null where the body is not JSON: a proxy's page, a web site that is no org. */
  readonly json: Readonly<Record<string, unknown>> | null;
}

/** Sends one request; no answer, too many requests and a failing server end the test. */
export async function ask(
  context: Context,
  url: string,
  init?: RequestInit,
): Promise<StepOutcome<Answer>> {
  let answer: Answer;
  try {
    const response = await context.send(url, init);
    answer = { status: response.status, json: parseObject(await response.text()) };
  } catch (error) {
    const isOrg = new URL(url).origin === context.connection.orgUrl;
    return stop(classifyNetworkFailure(error), isOrg ? 'orgUrl' : 'issuer');
  }
  if (answer.status === 429) return stop('too-many-requests', null, errorText(answer));
  if (answer.status >= 500) return stop('server-error', null, errorText(answer));
  return { ok: true, value: answer };
}

/** Reads one text of a JSON object. */
export function textOf(json: Answer['json'], name: string): string | null {
  const value = json?.[name];
  return typeof value === 'string' ? value : null;
}

/** The org's own sentence, of OAuth's or of Okta's error format. */
export function errorText({ json }: Answer): string | null {
  return textOf(json, 'error_description') ?? textOf(json, 'errorSummary');
}

function parseObject(text: string): Answer['json'] {
  try {
    const json: unknown = JSON.parse(text);
    const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
    return isObject ? Object.fromEntries(Object.entries(json)) : null;
  } catch {
    return null;
  }
}
