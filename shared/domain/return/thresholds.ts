/** How sure a match by its text must be. */

/**
 * A match of this certainty is taken without asking. Measured on the seeded notice's 197 tasks, cut short,
 * edited and mixed up at random (tests/domain/return/match-measured.test.ts): none was wrong at 0.9 and above.
 */
export const sureMatch = 0.9;

/** Below this a likeness is no match, only a candidate to choose from. */
export const leastMatch = 0.6;

/** The best must lead the next by this much to be taken for sure. */
export const surelyAhead = 0.1;
