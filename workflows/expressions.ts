/** JSONata as Step Functions wants it. Nothing in a state machine is addressed in any other way. */
export const expression = (code: string): string => `{% ${code} %}`;

/** A field of the state's input. Steps hand their input on unchanged, so the first state's input is every state's input. */
export const input = (path: string): string => expression(`$states.input.${path}`);

/** A variable that an earlier step assigned. */
export const variable = (name: string): string => expression(`$${name}`);

/** The time that a use case works with: it reads no clock. The same in every attempt of a retried step. */
export const enteredAt = expression('$states.context.State.EnteredTime');

export const sameInput = expression('$states.input');

/**
 * Seconds from now until a time. At least 1, because a timeout of 0 is refused; the time may have passed while the step before
 * was retried.
 */
export const secondsUntil = (time: string): string =>
  expression(`$max([1, $ceil(($toMillis(${time}) - $toMillis($states.context.State.EnteredTime)) / 1000)])`);
