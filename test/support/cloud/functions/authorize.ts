/** Lets in whoever knows the word. */
export async function handler(event: { identitySource: string[] }): Promise<unknown> {
  return { isAuthorized: event.identitySource[0] === 'Bearer sesame', context: { person: 'ali' } };
}
