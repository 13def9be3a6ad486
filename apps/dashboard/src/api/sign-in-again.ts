/** Asks for the password over the page; true when the same person is signed in again, false when they left. */
export type AskToSignIn = () => Promise<boolean>

let ask: AskToSignIn | null = null
let asking: Promise<boolean> | null = null

/** The dialog announces itself while it is mounted: outside the signed-in part there is nobody to ask. */
export const onSessionExpired = (handler: AskToSignIn): (() => void) => {
  ask = handler
  return () => {
    if (ask === handler) ask = null
  }
}

/** However many requests fail at once, the person is asked once and all of them wait for the answer. */
export const signInAgain = async (): Promise<boolean> => {
  if (!ask) return false
  asking ??= ask().finally(() => {
    asking = null
  })
  return await asking
}
