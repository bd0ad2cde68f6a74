/**
 * What was found where managed settings belong. Only `absent` means that nobody manages; what others
 * than an administrator could have written is `untrusted`, and nothing of it counts.
 */
export type ManagedRead =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'untrusted'; readonly reason: string }
  | { readonly kind: 'found'; readonly text: string };

/** A place where an administrator can put settings. */
export interface ManagedSource {
  readonly path: string;
  read(): ManagedRead;
}
