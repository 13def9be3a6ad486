import { expect } from '@jest/globals'
import type { MeasurementFit } from '@assay/contracts'
import type { HttpClient } from './http-client.ts'

export const FITS = '/api/v1/measurement-fits'

const SETTLED_WITHIN_MS = 30_000

/** Fits as one person asks for them. */
export const fitsOf = (client: HttpClient) => {
  const tryAsk = (job: { id: string }) => client.post(FITS, { jobId: job.id })
  const list = (job: { id: string }) =>
    client.get(`${FITS}?filter=${encodeURIComponent(JSON.stringify({ jobId: job.id }))}`)
  const get = async (id: string): Promise<MeasurementFit> =>
    (await client.get(`${FITS}/${id}`)).json<MeasurementFit>()
  const settled = async (id: string): Promise<MeasurementFit> => {
    const until = Date.now() + SETTLED_WITHIN_MS
    for (;;) {
      const fit = await get(id)
      if (fit.finishedAt !== null) return fit
      if (Date.now() > until) throw new Error(`The fit is still ${fit.status}.`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return {
    tryAsk,
    list,
    get,
    settled,
    /** Asked for, and finished. */
    computed: async (job: { id: string }): Promise<MeasurementFit> => {
      const answer = await tryAsk(job)
      expect([answer.status, answer.status === 202 ? '' : answer.text]).toEqual([202, ''])
      return settled(answer.json<MeasurementFit>().id)
    },
  }
}
