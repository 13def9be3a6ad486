import type { Application, Comparison, FairScores, MeasurementFit } from '@assay/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newKey, request } from '../api/request.ts'
import { useSubmission } from '../components/useSubmission.ts'

const KEY = ['comparisons']
const WORKING_MS = 1_000
/** So many are offered at once; more are found by typing. */
const OFFERED = 50

export const comparisonAddress = (jobId: string, applicationIds: readonly string[] = []): string =>
  `/jobs/${jobId}/comparison${applicationIds.length > 0 ? `?applicationIds=${applicationIds.join(',')}` : ''}`

/** Of the API, with `suffix` for another form of the same. */
export const comparisonPath = (jobId: string, applicationIds: string | null, suffix = ''): string =>
  `/jobs/${encodeURIComponent(jobId)}/comparison${suffix}${applicationIds ? `?applicationIds=${encodeURIComponent(applicationIds)}` : ''}`

export const useComparison = (jobId: string, applicationIds: string | null) =>
  useQuery({
    queryKey: [...KEY, jobId, applicationIds],
    queryFn: async () => (await request<Comparison>(comparisonPath(jobId, applicationIds))).data,
  })

const applicationsWhere = async (filter: object): Promise<Application[]> => {
  const query = `range=[0,${OFFERED - 1}]&filter=${encodeURIComponent(JSON.stringify(filter))}`
  return (await request<Application[]>(`/applications?${query}`)).data
}

/** Applications of a job to choose from: those whose candidate's name begins so. */
export const useOffered = (jobId: string, q: string) =>
  useQuery({
    queryKey: ['applications', 'offered', jobId, q],
    queryFn: async () => await applicationsWhere({ jobId, ...(q === '' ? {} : { q }) }),
    placeholderData: (before) => before,
  })

/** Where these applications stand in the pipeline. */
export const useStanding = (applicationIds: readonly string[]) =>
  useQuery({
    queryKey: ['applications', 'standing', ...applicationIds.toSorted()],
    queryFn: async () => await applicationsWhere({ ids: applicationIds }),
    enabled: applicationIds.length > 0,
  })

const isAtWork = (fit: MeasurementFit | undefined): boolean =>
  fit?.status === 'queued' || fit?.status === 'running'

/** Has fair scores of a job worked out, and the comparison read anew when they are there. */
export const useFitting = (jobId: string) => {
  const queries = useQueryClient()
  const [fitId, setFitId] = useState<string | null>(null)
  const starting = useSubmission(async () => {
    const { data } = await request<MeasurementFit>('/measurement-fits', {
      method: 'POST',
      body: { jobId },
      idempotencyKey: newKey(),
    })
    setFitId(data.id)
  })
  const { data: fit } = useQuery({
    queryKey: ['measurement-fits', fitId],
    enabled: fitId !== null,
    queryFn: async () => {
      const { data } = await request<MeasurementFit>(`/measurement-fits/${fitId}`)
      if (data.status === 'done') await queries.invalidateQueries({ queryKey: [...KEY, jobId] })
      return data
    },
    refetchInterval: ({ state: { data } }) => (isAtWork(data) ? WORKING_MS : false),
  })
  return { starting, fit, isAtWork: starting.sending || isAtWork(fit) }
}

export type Fitting = ReturnType<typeof useFitting>

/** Says whether fair scores stand beside the marks of a job. */
export const useFairScoresSwitch = (jobId: string) => {
  const queries = useQueryClient()
  return async (fairScores: FairScores): Promise<void> => {
    await request(`/jobs/${jobId}/fair-scores`, {
      method: 'POST',
      body: { fairScores },
      idempotencyKey: newKey(),
    })
    await queries.invalidateQueries({ queryKey: [...KEY, jobId] })
  }
}
