interface RosetteShape {
  centre: number
  radius: number
  /** How far the radius swings: outer and inner petals. */
  swing: readonly [number, number]
  petals: readonly [number, number]
  curves: number
}

const STEPS = 180

const curve = ({ centre, radius, swing, petals, curves }: RosetteShape, index: number): string => {
  const shift = (index / curves) * 2 * Math.PI
  const points = Array.from({ length: STEPS + 1 }, (_, step) => {
    const angle = (step / STEPS) * 2 * Math.PI
    const length =
      radius + swing[0] * Math.sin(petals[0] * angle + shift) + swing[1] * Math.cos(petals[1] * angle - shift)
    return `${(centre + length * Math.cos(angle)).toFixed(1)} ${(centre + length * Math.sin(angle)).toFixed(1)}`
  })
  return `M${points.join('L')}Z`
}

/** The lines of an engraved rosette: turns whose radius swings, each shifted a little, so that they interlace. */
export const rosetteCurves = (shape: RosetteShape): string[] =>
  Array.from({ length: shape.curves }, (_, index) => curve(shape, index))
