import type { Anchor, Scale } from '@assay/contracts'

/** Four levels, unless something was placed on a fifth. */
export const scaleOf = (anchors: readonly Anchor[]): Scale =>
  anchors.some(({ level }) => level === 5) ? 5 : 4

export const textAt = (anchors: readonly Anchor[], level: number): string =>
  anchors.find((anchor) => anchor.level === level)?.text ?? ''

/** An emptied level is taken out, except the fifth: as long as it is there, the scale has five. */
export const withText = (anchors: readonly Anchor[], level: number, text: string): Anchor[] =>
  [...anchors.filter((anchor) => anchor.level !== level), { level, text }]
    .filter((anchor) => anchor.text !== '' || anchor.level === 5)
    .sort((one, other) => one.level - other.level)

/** Five levels have a middle one: the upper two texts go up with their names, the middle begins empty, and back. */
export const withScale = (anchors: readonly Anchor[], scale: Scale): Anchor[] => {
  if (scaleOf(anchors) === scale) return [...anchors]
  if (scale === 4) {
    return anchors
      .filter(({ level }) => level !== 3)
      .map(({ level, text }) => ({ level: level > 3 ? level - 1 : level, text }))
      .filter(({ text }) => text !== '')
  }
  const moved = anchors.map(({ level, text }) => ({ level: level > 2 ? level + 1 : level, text }))
  return withText(moved, 5, textAt(moved, 5))
}
