interface RosetteShape {
  centre: number
  radius: number
  /** How far the radius swings to either side, and how often in one turn. */
  swing: number
  petals: number
  /** A slower wave of the whole band. */
  wave: readonly [swing: number, count: number]
  curves: number
}

const STEPS = 240

const curve = ({ centre, radius, swing, petals, wave, curves }: RosetteShape, index: number): string => {
  const shift = (index / curves) * 2 * Math.PI
  const points = Array.from({ length: STEPS + 1 }, (_, step) => {
    const angle = (step / STEPS) * 2 * Math.PI
    const band = radius + wave[0] * Math.sin(wave[1] * angle)
    const length = band + swing * Math.sin(petals * angle + shift)
    return `${(centre + length * Math.cos(angle)).toFixed(1)} ${(centre + length * Math.sin(angle)).toFixed(1)}`
  })
  return `M${points.join('L')}Z`
}

/** The lines of an engraved band: turns whose radius swings, each begun a little later, so that they weave a net. */
export const rosetteCurves = (shape: RosetteShape): string[] =>
  Array.from({ length: shape.curves }, (_, index) => curve(shape, index))
