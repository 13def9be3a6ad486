import { Allow } from '@assay/access'
import {
  byId,
  createQuestion,
  type CreateQuestion,
  type ListQuery,
  question,
  questionList,
  questionTag,
  updateQuestion,
  type UpdateQuestion,
} from '@assay/contracts'
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { z } from 'zod'
import { Returns, ReturnsNothing, ReturnsPage } from '../../http/answers.ts'
import { IfMatch } from '../../http/if-match.ts'
import type { BankFilter } from '../bank-kind.ts'
import { MANAGE_BANK, READ_BANK } from '../question-bank.access.ts'
import { QuestionsService } from './questions.service.ts'

@Controller('questions')
export class QuestionsController {
  constructor(private readonly questions: QuestionsService) {}

  @Get()
  @Allow(READ_BANK)
  @ReturnsPage(question, 'questions')
  list(@Query({ schema: questionList }) query: ListQuery<string, BankFilter>) {
    return this.questions.list(query)
  }

  @Get('tags')
  @Allow(READ_BANK)
  @Returns(z.array(questionTag))
  tags() {
    return this.questions.tags()
  }

  @Get(':id')
  @Allow(READ_BANK)
  @Returns(question)
  get(@Param({ schema: byId }) { id }: { id: string }) {
    return this.questions.get(id)
  }

  @Post()
  @Allow(MANAGE_BANK)
  @Returns(question, 201)
  create(@Body({ schema: createQuestion }) facts: CreateQuestion) {
    return this.questions.create(facts)
  }

  @Patch(':id')
  @Allow(MANAGE_BANK)
  @Returns(question)
  update(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: updateQuestion }) change: UpdateQuestion,
    @IfMatch() seen: number,
  ) {
    return this.questions.update(id, change as Partial<CreateQuestion>, seen)
  }

  @Post(':id/archive')
  @Allow(MANAGE_BANK)
  @Returns(question)
  archive(@Param({ schema: byId }) { id }: { id: string }) {
    return this.questions.archive(id)
  }

  @Post(':id/restore')
  @Allow(MANAGE_BANK)
  @Returns(question)
  restore(@Param({ schema: byId }) { id }: { id: string }) {
    return this.questions.restore(id)
  }
  @Delete(':id')
  @Allow(MANAGE_BANK)
  @ReturnsNothing()
  remove(@Param({ schema: byId }) { id }: { id: string }): Promise<void> {
    return this.questions.remove(id)
  }
}
