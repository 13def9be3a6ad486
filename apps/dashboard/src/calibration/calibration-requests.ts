import type { Calibration, OwnCalibration } from '@assay/contracts'
import { useQuery } from '@tanstack/react-query'
import { request } from '../api/request.ts'

/** About whoever is signed in. */
export const useOwnCalibration = () =>
  useQuery({
    queryKey: ['calibration', 'own'],
    queryFn: async () => (await request<OwnCalibration>('/calibration/me')).data,
  })

export const useCalibration = () =>
  useQuery({
    queryKey: ['calibration', 'all'],
    queryFn: async () => (await request<Calibration>('/calibration')).data,
  })
