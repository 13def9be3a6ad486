import { Allow, Asking, type Principal } from '@assay/access'
import {
  byId,
  createSavedView,
  type CreateSavedView,
  type ListQuery,
  savedView,
  savedViewList,
  updateSavedView,
  type UpdateSavedView,
} from '@assay/contracts'
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { Returns, ReturnsNothing, ReturnsPage } from '../http/answers.ts'
import { SavedViewsService } from './saved-views.service.ts'

@Controller('saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @Get()
  @Allow('own-saved-views.manage')
  @ReturnsPage(savedView, 'saved-views')
  list(
    @Query({ schema: savedViewList }) query: ListQuery<string, { resource?: string }>,
    @Asking() asking: Principal,
  ) {
    return this.views.list(query, asking)
  }

  @Post()
  @Allow('own-saved-views.manage')
  @Returns(savedView, 201)
  create(@Body({ schema: createSavedView }) facts: CreateSavedView, @Asking() asking: Principal) {
    return this.views.create(facts, asking)
  }

  @Patch(':id')
  @Allow('own-saved-views.manage')
  @Returns(savedView)
  update(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: updateSavedView }) change: UpdateSavedView,
    @Asking() asking: Principal,
  ) {
    return this.views.update(id, change, asking)
  }

  @Delete(':id')
  @Allow('own-saved-views.manage')
  @ReturnsNothing()
  remove(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.views.remove(id, asking)
  }
}
