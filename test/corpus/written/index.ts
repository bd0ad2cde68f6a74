/** Answers in the shapes of the Identity Engine that no recording may be at hand for. */
export const writtenAnswers: Readonly<Record<string, object>> = {};
