import { Allow } from '@assay/access'
import {
  byId,
  createSignal,
  type CreateSignal,
  type ListQuery,
  signal,
  signalList,
  updateSignal,
  type UpdateSignal,
} from '@assay/contracts'
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { Returns, ReturnsNothing, ReturnsPage } from '../../http/answers.ts'
import { IfMatch } from '../../http/if-match.ts'
import type { BankFilter } from '../bank-kind.ts'
import { MANAGE_BANK, READ_BANK } from '../question-bank.access.ts'
import { SignalsService } from './signals.service.ts'

@Controller('signals')
export class SignalsController {
  constructor(private readonly signals: SignalsService) {}

  @Get()
  @Allow(READ_BANK)
  @ReturnsPage(signal, 'signals')
  list(@Query({ schema: signalList }) query: ListQuery<string, BankFilter>) {
    return this.signals.list(query)
  }

  @Get(':id')
  @Allow(READ_BANK)
  @Returns(signal)
  get(@Param({ schema: byId }) { id }: { id: string }) {
    return this.signals.get(id)
  }

  @Post()
  @Allow(MANAGE_BANK)
  @Returns(signal, 201)
  create(@Body({ schema: createSignal }) facts: CreateSignal) {
    return this.signals.create(facts)
  }

  @Patch(':id')
  @Allow(MANAGE_BANK)
  @Returns(signal)
  update(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: updateSignal }) change: UpdateSignal,
    @IfMatch() seen: number,
  ) {
    return this.signals.update(id, change as Partial<CreateSignal>, seen)
  }

  @Post(':id/archive')
  @Allow(MANAGE_BANK)
  @Returns(signal)
  archive(@Param({ schema: byId }) { id }: { id: string }) {
    return this.signals.archive(id)
  }

  @Post(':id/restore')
  @Allow(MANAGE_BANK)
  @Returns(signal)
  restore(@Param({ schema: byId }) { id }: { id: string }) {
    return this.signals.restore(id)
  }
  @Delete(':id')
  @Allow(MANAGE_BANK)
  @ReturnsNothing()
  remove(@Param({ schema: byId }) { id }: { id: string }): Promise<void> {
    return this.signals.remove(id)
  }
}
