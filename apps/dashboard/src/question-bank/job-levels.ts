import { type JobLevel, jobLevels } from '@assay/contracts'
import { formatList } from '../i18n/formats.ts'
import type { Text } from '../i18n/text.ts'

/** Levels as people say them: all of them, from one to another, or one by one. */
export const levelSpan = (levels: readonly JobLevel[], text: Text): string => {
  const places = jobLevels.flatMap((level, place) => (levels.includes(level) ? [place] : []))
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined) return text('bank.anyLevel')
  const names = places.map((place) => text(`jobLevel.${jobLevels[place]!}`))
  if (places.length === jobLevels.length) return text('bank.allLevels')
  if (places.length > 2 && last - first === places.length - 1) {
    return text('bank.levelSpan', { from: names[0], to: names.at(-1)?.toLocaleLowerCase() })
  }
  return formatList(names)
}
