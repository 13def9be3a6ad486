const LAST_USER = 'assay.lastUser'

/**
 * Whose session this browser had last, by an id that opens nothing by itself. Without a network nobody can ask the server
 * who is here; this is what is left to go by. It goes when the person signs out, and when the server says that the
 * session is over.
 */
export const lastUser = (): string | null => {
  try {
    return localStorage.getItem(LAST_USER)
  } catch {
    return null
  }
}

export const noteLastUser = (userId: string): void => {
  try {
    localStorage.setItem(LAST_USER, userId)
  } catch {
    // Without storage nothing is opened without a network.
  }
}

export const forgetLastUser = (): void => {
  try {
    localStorage.removeItem(LAST_USER)
  } catch {
    // There is nothing to forget.
  }
}
