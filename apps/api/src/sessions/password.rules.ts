import { MIN_PASSWORD } from '@assay/contracts'

export interface PasswordFacts {
  length: number
  /** log10 of the guesses a good guesser needs. */
  guessesLog10: number
  isSameAsCurrent: boolean
}

/** Ten million guesses: what the limits on sign-in make hopeless, with a wide margin. */
const ENOUGH_GUESSES_LOG10 = 10

export const judgePassword = (facts: PasswordFacts): { allowed: boolean; because: string } => {
  if (facts.length < MIN_PASSWORD) return { allowed: false, because: `At least ${MIN_PASSWORD} characters.` }
  if (facts.isSameAsCurrent) return { allowed: false, because: 'This is the password you have now.' }
  if (facts.guessesLog10 < ENOUGH_GUESSES_LOG10) {
    return {
      allowed: false,
      because:
        'This is easy to guess: it is common, repeats itself or contains your name. A few unrelated words are better.',
    }
  }
  return { allowed: true, because: 'long and not common' }
}
