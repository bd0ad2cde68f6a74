/** A reason to stop that the person at the terminal can do something about; shown without a stack. */
export class Refusal extends Error {}
