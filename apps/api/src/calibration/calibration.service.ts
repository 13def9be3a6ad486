import {
  type Calibration,
  type CalibratedReliability,
  type OwnCalibration,
  RELIABLE_ENOUGH,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import {
  CalibrationQueries,
  type MeasuredFamily,
  type OwnFamily,
  type OwnMarks,
} from './calibration.queries.ts'
import { amongColleagues, judgeCalibration } from './calibration.rules.ts'
import type { ReliabilityFigure } from './fitting/calibration-figures.ts'

/** How people rate: each about themselves, and an admin about all. Never about a candidate. */
@Injectable()
export class CalibrationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: CalibrationQueries,
  ) {}

  own(): Promise<OwnCalibration> {
    return this.work.read(async () => {
      const { marks, ...rest } = await this.queries.ownMarks()
      const families = await this.queries.ownFamilies()
      return { ...rest, marks: marksOf(marks), families: families.map((one) => ownFamily(one)) }
    })
  }

  all(): Promise<Calibration> {
    return this.work.read(async () => ({
      reliableEnough: RELIABLE_ENOUGH,
      families: (await this.queries.families()).map((one) => measuredFamily(one)),
    }))
  }
}

const momentOf = (takenAt: string | null): string | null =>
  takenAt === null ? null : new Date(takenAt).toISOString()

const marksOf = (given: OwnMarks['marks']): OwnCalibration['marks'] =>
  [...Map.groupBy(given, ({ scale }) => scale)].map(([scale, own]) => {
    const levels = Array.from(
      { length: scale },
      (_, place) => own.find(({ level }) => level === place + 1)?.count ?? 0,
    )
    const total = levels.reduce((sum, count) => sum + count, 0)
    const mean = levels.reduce((sum, count, place) => sum + count * (place + 1), 0) / total
    const squares = levels.reduce((sum, count, place) => sum + count * (place + 1 - mean) ** 2, 0)
    return { scale, levels, mean, spread: total > 1 ? Math.sqrt(squares / (total - 1)) : null }
  })

const ownFamily = ({
  family,
  owesInFamily,
  takenAt,
  found,
}: OwnFamily): OwnCalibration['families'][number] => {
  const { allowed, because } = judgeCalibration({
    owesInFamily,
    isMeasured: takenAt !== null,
    isAmongThem: found !== null,
  })
  if (!allowed || found === null) return { family, fittedAt: null, figures: null, because }
  return { family, fittedAt: momentOf(takenAt), figures: amongColleagues(found, 'You'), because: null }
}

const TOO_FEW = 'Fewer than ten candidates were marked by two interviewers.'

const reliabilityOf = ({ candidates, curve }: ReliabilityFigure): CalibratedReliability => ({
  candidates,
  curve,
  enough: curve?.find(({ reliability }) => reliability >= RELIABLE_ENOUGH)?.interviewers ?? null,
  because: curve === null ? TOO_FEW : null,
})

const measuredFamily = (measured: MeasuredFamily): Calibration['families'][number] => {
  const { family, owesInFamily, takenAt, whole } = measured
  const { allowed, because } = judgeCalibration({
    owesInFamily,
    isMeasured: takenAt !== null,
    isAmongThem: true,
  })
  if (!allowed || whole === null)
    return { family, fittedAt: null, because, whole: null, competencies: [], templates: [], interviewers: [] }
  return {
    family,
    fittedAt: momentOf(takenAt),
    because: null,
    whole: reliabilityOf(whole),
    competencies: measured.competencies.map(({ competencyId, name, ...one }) => ({
      competencyId,
      name,
      ...reliabilityOf(one),
    })),
    templates: measured.templates.map(({ templateId, name, ...one }) => ({
      templateId,
      name,
      ...reliabilityOf(one),
    })),
    interviewers: measured.interviewers.map(({ interviewerId, name, ...one }) => ({
      interviewerId,
      name,
      ...amongColleagues(one, 'They'),
    })),
  }
}
