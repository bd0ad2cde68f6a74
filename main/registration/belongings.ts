/** What a sign-up has of a person, in the order in which it is forgotten. */
export const signUpBelongings = [
  'requests',
  'typed-values',
  'session',
  'sdk-storage',
  'issued-tokens',
  'cookies-and-cache',
] as const;
export type SignUpBelonging = (typeof signUpBelongings)[number];

/** One thing that is had of a person. */
export interface Belonging {
  /** Nothing of it is shown, sent or kept from here on; resolves when the last of it is gone. */
  forget(): void | Promise<void>;
  /** Whether anything of it is still there, once `forget` has come to its end. */
  remains(): boolean;
}

export type SignUpBelongings = Readonly<Record<SignUpBelonging, Belonging>>;
