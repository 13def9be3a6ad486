import { Allow } from '@assay/access'
import {
  byId,
  createCompetency,
  type CreateCompetency,
  type ListQuery,
  competency,
  competencyList,
  updateCompetency,
  type UpdateCompetency,
} from '@assay/contracts'
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { Returns, ReturnsNothing, ReturnsPage } from '../../http/answers.ts'
import { IfMatch } from '../../http/if-match.ts'
import type { BankFilter } from '../bank-kind.ts'
import { MANAGE_BANK, READ_BANK } from '../question-bank.access.ts'
import { CompetenciesService } from './competencies.service.ts'

@Controller('competencies')
export class CompetenciesController {
  constructor(private readonly competencies: CompetenciesService) {}

  @Get()
  @Allow(READ_BANK)
  @ReturnsPage(competency, 'competencies')
  list(@Query({ schema: competencyList }) query: ListQuery<string, BankFilter>) {
    return this.competencies.list(query)
  }

  @Get(':id')
  @Allow(READ_BANK)
  @Returns(competency)
  get(@Param({ schema: byId }) { id }: { id: string }) {
    return this.competencies.get(id)
  }

  @Post()
  @Allow(MANAGE_BANK)
  @Returns(competency, 201)
  create(@Body({ schema: createCompetency }) facts: CreateCompetency) {
    return this.competencies.create(facts)
  }

  @Patch(':id')
  @Allow(MANAGE_BANK)
  @Returns(competency)
  update(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: updateCompetency }) change: UpdateCompetency,
    @IfMatch() seen: number,
  ) {
    return this.competencies.update(id, change as Partial<CreateCompetency>, seen)
  }

  @Post(':id/archive')
  @Allow(MANAGE_BANK)
  @Returns(competency)
  archive(@Param({ schema: byId }) { id }: { id: string }) {
    return this.competencies.archive(id)
  }

  @Post(':id/restore')
  @Allow(MANAGE_BANK)
  @Returns(competency)
  restore(@Param({ schema: byId }) { id }: { id: string }) {
    return this.competencies.restore(id)
  }
  @Delete(':id')
  @Allow(MANAGE_BANK)
  @ReturnsNothing()
  remove(@Param({ schema: byId }) { id }: { id: string }): Promise<void> {
    return this.competencies.remove(id)
  }
}
