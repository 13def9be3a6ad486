/** A name that every system can save: what it may not hold becomes a dash. */
export const fileNameOf = (name: string, number: number, ending: string): string =>
  `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '')}-v${number}.${ending}`
