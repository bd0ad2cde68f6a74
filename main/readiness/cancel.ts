import type { Context } from './context';

/** Leaves nothing open at the org. It expires there anyway, so a failure is of no consequence. */
export async function cancel(context: Context, stateHandle: string | null): Promise<void> {
  if (stateHandle === null) return;
  try {
    const response = await context.send(`${context.idxUrl}/idp/idx/cancel`, {
      method: 'POST',
      headers: {
        accept: 'application/json; okta-version=1.0.0',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ stateHandle }),
    });
    await response.arrayBuffer();
  } catch {
    // The test has its result already.
  }
}
