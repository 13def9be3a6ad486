import { Allow, Asking, type Principal } from '@assay/access'
import {
  byId,
  candidateMerges,
  mergeCandidate,
  mergeOutcome,
  unmergeCandidate,
  unmergeOutcome,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import { Returns } from '../http/answers.ts'
import { CandidateMergesService } from './candidate-merges.service.ts'

@Controller('candidates')
export class CandidateMergesController {
  constructor(private readonly merges: CandidateMergesService) {}

  @Get(':id/merges')
  @Allow('candidates.manage')
  @Returns(candidateMerges)
  list(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.merges.list(id, asking)
  }

  @Post(':id/merge')
  @Allow('candidates.manage')
  @Returns(mergeOutcome)
  merge(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: mergeCandidate }) { otherId, dryRun }: { otherId: string; dryRun: boolean },
    @Asking() asking: Principal,
  ) {
    return dryRun ? this.merges.preview(id, otherId, asking) : this.merges.merge(id, otherId, asking)
  }

  @Post(':id/unmerge')
  @Allow('candidates.manage')
  @Returns(unmergeOutcome)
  unmerge(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: unmergeCandidate }) { otherId }: { otherId: string },
    @Asking() asking: Principal,
  ) {
    return this.merges.unmerge(id, otherId, asking)
  }
}
