import { empty, type Reply } from '../http/exchange';
import type { Transaction } from '../model/transactions';

/**
 * Takes the browser back to the app: with the code when nothing is left to ask for, and else with
 * what tells an embedded client to go on (okta-auth-js: `interaction_required`).
 */
export function comeBack({ step, request }: Transaction): Reply {
  return step.at === 'success'
    ? redirect(request, { interaction_code: step.interactionCode })
    : redirect(request, {
        error: 'interaction_required',
        error_description:
          'Your client is configured to use the interaction code flow and user interaction is required to complete the request.',
      });
}

/** The person said no, or the provider did. */
export function comeBackRefused({ request }: Transaction): Reply {
  return redirect(request, {
    error: 'access_denied',
    error_description: 'The resource owner or authorization server denied the request.',
  });
}

function redirect(
  { redirectUri, state }: Transaction['request'],
  parameters: Readonly<Record<string, string>>,
): Reply {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  if (state !== null) url.searchParams.set('state', state);
  return empty(302, { Location: url.href });
}
