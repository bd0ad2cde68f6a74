import type { Transaction } from '../model/transactions';

/** `successWithInteractionCode`, as recorded. */
export function drawSuccess({ request }: Transaction, interactionCode: string, origin: string) {
  return {
    successWithInteractionCode: {
      rel: ['create-form'],
      name: 'issue',
      href: `${origin}${request.server.endpointPath}/token`,
      method: 'POST',
      value: [
        { name: 'grant_type', required: true, value: 'interaction_code' },
        { name: 'interaction_code', required: true, value: interactionCode },
        { name: 'client_id', required: true, value: request.clientId },
        { name: 'code_verifier', required: true },
      ],
      accepts: 'application/x-www-form-urlencoded',
    },
  };
}
