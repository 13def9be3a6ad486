import { Allow } from '@assay/access'
import {
  byId,
  createAnswerStructure,
  type CreateAnswerStructure,
  type ListQuery,
  answerStructure,
  answerStructureList,
  updateAnswerStructure,
  type UpdateAnswerStructure,
} from '@assay/contracts'
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { Returns, ReturnsNothing, ReturnsPage } from '../../http/answers.ts'
import { IfMatch } from '../../http/if-match.ts'
import type { BankFilter } from '../bank-kind.ts'
import { MANAGE_BANK, READ_BANK } from '../question-bank.access.ts'
import { AnswerStructuresService } from './answer-structures.service.ts'

@Controller('answer-structures')
export class AnswerStructuresController {
  constructor(private readonly structures: AnswerStructuresService) {}

  @Get()
  @Allow(READ_BANK)
  @ReturnsPage(answerStructure, 'answer-structures')
  list(@Query({ schema: answerStructureList }) query: ListQuery<string, BankFilter>) {
    return this.structures.list(query)
  }

  @Get(':id')
  @Allow(READ_BANK)
  @Returns(answerStructure)
  get(@Param({ schema: byId }) { id }: { id: string }) {
    return this.structures.get(id)
  }

  @Post()
  @Allow(MANAGE_BANK)
  @Returns(answerStructure, 201)
  create(@Body({ schema: createAnswerStructure }) facts: CreateAnswerStructure) {
    return this.structures.create(facts)
  }

  @Patch(':id')
  @Allow(MANAGE_BANK)
  @Returns(answerStructure)
  update(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: updateAnswerStructure }) change: UpdateAnswerStructure,
    @IfMatch() seen: number,
  ) {
    return this.structures.update(id, change as Partial<CreateAnswerStructure>, seen)
  }

  @Post(':id/archive')
  @Allow(MANAGE_BANK)
  @Returns(answerStructure)
  archive(@Param({ schema: byId }) { id }: { id: string }) {
    return this.structures.archive(id)
  }

  @Post(':id/restore')
  @Allow(MANAGE_BANK)
  @Returns(answerStructure)
  restore(@Param({ schema: byId }) { id }: { id: string }) {
    return this.structures.restore(id)
  }
  @Delete(':id')
  @Allow(MANAGE_BANK)
  @ReturnsNothing()
  remove(@Param({ schema: byId }) { id }: { id: string }): Promise<void> {
    return this.structures.remove(id)
  }
}
