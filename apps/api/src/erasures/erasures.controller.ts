import { Allow, Asking, type Principal } from '@assay/access'
import {
  byId,
  eraseCandidate,
  type EraseCandidate,
  erasure,
  erasureList,
  erasureOutcome,
  type ListQuery,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { Returns, ReturnsPage } from '../http/answers.ts'
import { SeenRevision } from '../http/if-match.ts'
import { ErasuresService } from './erasures.service.ts'

@Controller()
export class ErasuresController {
  constructor(private readonly erasures: ErasuresService) {}

  @Get('erasures')
  @Allow('candidates.erase')
  @ReturnsPage(erasure, 'erasures')
  list(@Query({ schema: erasureList }) query: ListQuery<string, { candidateId?: string }>) {
    return this.erasures.list(query)
  }

  /** With `dryRun` it only tells; else it needs the revision of the record that was looked at. */
  @Post('candidates/:id/erase')
  @Allow('candidates.erase')
  @Returns(erasureOutcome)
  erase(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: eraseCandidate }) wanted: EraseCandidate,
    @SeenRevision() seen: number | null,
    @Asking() asking: Principal,
  ) {
    return wanted.dryRun ? this.erasures.preview(id, asking) : this.erasures.erase(id, wanted, seen, asking)
  }
}
