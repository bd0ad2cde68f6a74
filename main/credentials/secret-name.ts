/** Everything this app ever keeps in a keychain. */
export const secretNames = ['id-token', 'access-token', 'refresh-token', 'revocations'] as const;
export type SecretName = (typeof secretNames)[number];
