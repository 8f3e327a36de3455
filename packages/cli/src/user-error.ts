/** The error for what the user can fix. It prints without a stack and ends the program with exit code 2. */

/** Its message says the fact, then the place, then the remedy; it never holds a credential. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
