import { ENGINE_VERSION } from '@assay/measurement'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { differenceOf } from './fitting/fit-difference.ts'
import { unpacked } from './fitting/fit-packing.ts'
import type { FitFigures } from './fitting/fit-figures.ts'
import { fitOnThread } from './fitting/fit-on-thread.ts'

interface StoredFit {
  id: string
  modelVersion: string
  inputHash: string
  packedInput: Buffer
  figures: FitFigures
}

export interface VerifiedFit {
  id: string
  /** Null where what is stored comes out again. */
  difference: string | null
  /** Of another version of the model, which this program does not have: nothing can be said. */
  isOfAnotherVersion: boolean
}

/** Computes stored fits again, from what they were computed from. */
@Injectable()
export class FitVerificationService {
  constructor(private readonly work: UnitOfWork) {}

  /** One after the other: each is as large as it is. */
  async *verify(organizationId: string): AsyncGenerator<VerifiedFit> {
    for (const id of await this.ids(organizationId)) {
      const fit = await this.stored(organizationId, id)
      const isOfAnotherVersion = fit.modelVersion !== ENGINE_VERSION
      yield { id, isOfAnotherVersion, difference: isOfAnotherVersion ? null : await difference(fit) }
    }
  }

  private ids(organizationId: string): Promise<string[]> {
    return this.work.readAs({ organizationId, userId: null }, async () => {
      const rows = await this.work.query<{ id: string }>(
        `SELECT id FROM measurement_fits WHERE organization_id = $1 AND status = 'done' ORDER BY asked_at, id`,
        [organizationId],
      )
      return rows.map(({ id }) => id)
    })
  }

  private stored(organizationId: string, id: string): Promise<StoredFit> {
    return this.work.readAs({ organizationId, userId: null }, async () => {
      const [row] = await this.work.query<StoredFit>(
        `SELECT id, model_version AS "modelVersion", input_hash AS "inputHash", packed_input AS "packedInput", figures
           FROM measurement_fits WHERE organization_id = $1 AND id = $2`,
        [organizationId, id],
      )
      return row!
    })
  }
}

const difference = async ({ packedInput, inputHash, figures }: StoredFit): Promise<string | null> => {
  try {
    const answer = await fitOnThread(unpacked(packedInput))
    if (answer.status !== 'done') return `input: ${answer.because}`
    if (answer.inputHash !== inputHash) return 'input: it is not what the stored hash is of'
    // As it would be stored.
    return differenceOf(figures, JSON.parse(JSON.stringify(answer.figures)))
  } catch (error) {
    return `input: ${(error as Error).message}`
  }
}
