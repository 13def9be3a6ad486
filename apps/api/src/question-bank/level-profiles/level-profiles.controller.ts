import { Allow } from '@assay/access'
import {
  byId,
  createLevelProfile,
  type CreateLevelProfile,
  type ListQuery,
  levelProfile,
  levelProfileList,
  updateLevelProfile,
  type UpdateLevelProfile,
} from '@assay/contracts'
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { Returns, ReturnsNothing, ReturnsPage } from '../../http/answers.ts'
import { IfMatch } from '../../http/if-match.ts'
import type { BankFilter } from '../bank-kind.ts'
import { MANAGE_BANK, READ_BANK } from '../question-bank.access.ts'
import { LevelProfilesService } from './level-profiles.service.ts'

@Controller('level-profiles')
export class LevelProfilesController {
  constructor(private readonly profiles: LevelProfilesService) {}

  @Get()
  @Allow(READ_BANK)
  @ReturnsPage(levelProfile, 'level-profiles')
  list(@Query({ schema: levelProfileList }) query: ListQuery<string, BankFilter>) {
    return this.profiles.list(query)
  }

  @Get(':id')
  @Allow(READ_BANK)
  @Returns(levelProfile)
  get(@Param({ schema: byId }) { id }: { id: string }) {
    return this.profiles.get(id)
  }

  @Post()
  @Allow(MANAGE_BANK)
  @Returns(levelProfile, 201)
  create(@Body({ schema: createLevelProfile }) facts: CreateLevelProfile) {
    return this.profiles.create(facts)
  }

  @Patch(':id')
  @Allow(MANAGE_BANK)
  @Returns(levelProfile)
  update(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: updateLevelProfile }) change: UpdateLevelProfile,
    @IfMatch() seen: number,
  ) {
    return this.profiles.update(id, change as Partial<CreateLevelProfile>, seen)
  }

  @Post(':id/archive')
  @Allow(MANAGE_BANK)
  @Returns(levelProfile)
  archive(@Param({ schema: byId }) { id }: { id: string }) {
    return this.profiles.archive(id)
  }

  @Post(':id/restore')
  @Allow(MANAGE_BANK)
  @Returns(levelProfile)
  restore(@Param({ schema: byId }) { id }: { id: string }) {
    return this.profiles.restore(id)
  }
  @Delete(':id')
  @Allow(MANAGE_BANK)
  @ReturnsNothing()
  remove(@Param({ schema: byId }) { id }: { id: string }): Promise<void> {
    return this.profiles.remove(id)
  }
}
