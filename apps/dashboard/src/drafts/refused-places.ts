import { type Json, sameJson } from '@assay/contracts'
import type { HeldBack } from './draft-kind.ts'
import { valueAt } from './draft-path.ts'

interface RefusedPlace extends HeldBack {
  /** What it said. */
  value: Json | undefined
}

/** Places that the server does not take as they are written: they wait until they say something else. */
export class RefusedPlaces {
  #places: RefusedPlace[] = []

  /**
   * `sent` is the flat draft that was refused, `saved` the one that the server has. False when no place says anything
   * new: holding it back would not help.
   */
  readonly heed = (refused: readonly HeldBack[], sent: Json, saved: Json): boolean => {
    const news = refused
      .map((place) => ({ ...place, value: valueAt(sent, place.path) }))
      .filter(({ path, value }) => !sameJson(value, valueAt(saved, path)))
    const fresh = new Set(news.map(({ path }) => path.join('/')))
    this.#places = [...this.#places.filter(({ path }) => !fresh.has(path.join('/'))), ...news]
    return news.length > 0
  }

  /** Those that this flat draft still says as they were refused. */
  readonly in = (flat: Json): HeldBack[] =>
    this.#places
      .filter(({ path, value }) => sameJson(valueAt(flat, path), value))
      .map(({ path, because }) => ({ path, because }))
}
