/** Milliseconds; everything is on this machine, which may have others to serve. */
export const patience = 20_000;
