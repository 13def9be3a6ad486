import { levelNames, type Scale } from '@assay/contracts'

const WORDS: Record<(typeof levelNames)[Scale][number], string> = {
  strong_no: 'Strong no',
  no: 'No',
  mixed: 'Mixed',
  yes: 'Yes',
  strong_yes: 'Strong yes',
}

/** The levels of a scale in words, from the lowest up. */
export const levelWords = (scale: Scale): string[] => levelNames[scale].map((name) => WORDS[name])
