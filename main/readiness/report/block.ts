/** A line, heading or list of a report, in no format. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'line'; readonly text: string }
  | { readonly kind: 'list' | 'steps'; readonly items: readonly string[] };
