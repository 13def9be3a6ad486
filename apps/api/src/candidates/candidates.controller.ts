import { Allow, Asking, type Principal } from '@assay/access'
import {
  byId,
  candidate,
  candidateList,
  candidateWords,
  candidateWordsOf,
  createCandidate,
  type CreateCandidate,
  createdCandidate,
  likelyDuplicates,
  likelyDuplicatesOf,
  type LikelyDuplicatesOf,
  updateCandidate,
  type UpdateCandidate,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { Returns, ReturnsPage } from '../http/answers.ts'
import { IfMatch } from '../http/if-match.ts'
import type { CandidateQuery } from './candidates.queries.ts'
import { CandidatesService } from './candidates.service.ts'

@Controller('candidates')
export class CandidatesController {
  constructor(private readonly candidates: CandidatesService) {}

  @Get()
  @Allow('candidates.read')
  @ReturnsPage(candidate, 'candidates')
  list(@Query({ schema: candidateList }) query: CandidateQuery, @Asking() asking: Principal) {
    return this.candidates.list(query, asking)
  }

  @Get('tags')
  @Allow('candidates.read')
  @Returns(candidateWords)
  tags(@Query({ schema: candidateWordsOf }) { q }: { q?: string }, @Asking() asking: Principal) {
    return this.candidates.words('tags', q, asking)
  }

  @Get('sources')
  @Allow('candidates.read')
  @Returns(candidateWords)
  sources(@Query({ schema: candidateWordsOf }) { q }: { q?: string }, @Asking() asking: Principal) {
    return this.candidates.words('sources', q, asking)
  }

  @Get(':id')
  @Allow('candidates.read')
  @Returns(candidate)
  get(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.candidates.get(id, asking)
  }

  /** Reads, and is posted: what is being typed about a person stays out of addresses and their logs. */
  @Post('likely-duplicates')
  @Allow('candidates.manage')
  @Returns(likelyDuplicates)
  likelyDuplicates(@Body({ schema: likelyDuplicatesOf }) wanted: LikelyDuplicatesOf) {
    return this.candidates.likelyDuplicates(wanted)
  }

  @Post()
  @Allow('candidates.manage')
  @Returns(createdCandidate, 201)
  create(@Body({ schema: createCandidate }) facts: CreateCandidate, @Asking() asking: Principal) {
    return this.candidates.create(facts, asking)
  }

  @Patch(':id')
  @Allow('candidates.manage')
  @Returns(candidate)
  update(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: updateCandidate }) change: UpdateCandidate,
    @IfMatch() seen: number,
    @Asking() asking: Principal,
  ) {
    return this.candidates.update(id, change, seen, asking)
  }
}
