import { expect } from '@jest/globals'
import type { HttpClient } from './http-client.ts'

/** The question bank as one person sees it. */
export const bankOf = (client: HttpClient) => {
  const all = async <Row>(path: string, filter: object = {}): Promise<Row[]> => {
    const answer = await client.get(
      `/api/v1/${path}?range=[0,499]&filter=${encodeURIComponent(JSON.stringify(filter))}`,
    )
    expect([path, answer.status]).toEqual([path, 200])
    return answer.json<Row[]>()
  }
  return {
    all,
    byKey: async <Row extends { key: string | null }>(path: string, key: string): Promise<Row> => {
      const found = (await all<Row>(path)).find((row) => row.key === key)
      if (!found) throw new Error(`${path} has no ${key}`)
      return found
    },
    made: async <Row>(path: string, body: object): Promise<Row> => {
      const answer = await client.post(`/api/v1/${path}`, body)
      if (answer.status !== 201) throw new Error(`${path} was not made: ${answer.text}`)
      return answer.json<Row>()
    },
  }
}

export const keysOf = (rows: readonly { readonly key: string | null }[]) =>
  rows.map(({ key }) => key).toSorted()
