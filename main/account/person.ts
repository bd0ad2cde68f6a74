import * as v from 'valibot';

/** What the page shows of a person at most. */
const maxLength = 500;

/** A claim of another kind counts as absent: none of these decides anything. */
const Text = v.fallback(v.nullish(v.pipe(v.string(), v.transform(bounded)), null), null);

/** The claims that say who somebody is, in an ID token and at userinfo (OpenID Connect Core 5.1). */
export const personClaims = {
  name: Text,
  given_name: Text,
  family_name: Text,
  preferred_username: Text,
  email: Text,
};

/** The subject of a token: never empty, at most 255 ASCII characters (OpenID Connect Core 2). */
export const Subject = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,255}$/));

export interface Person {
  readonly name: string | null;
  readonly email: string | null;
}

type Claims = v.InferOutput<v.ObjectSchema<typeof personClaims, undefined>>;

export function toPerson(claims: Claims): Person {
  const { name, given_name, family_name, preferred_username, email } = claims;
  const fullName = [given_name, family_name].filter(Boolean).join(' ');
  return { name: name ?? (bounded(fullName) || preferred_username), email };
}

function bounded(text: string): string {
  return text.slice(0, maxLength);
}
