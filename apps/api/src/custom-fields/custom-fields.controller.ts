import { Allow } from '@assay/access'
import {
  arrangeCustomFields,
  byId,
  createCustomField,
  type CreateCustomField,
  customField,
  customFieldList,
  type ListQuery,
  updateCustomField,
  type UpdateCustomField,
} from '@assay/contracts'
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { Returns, ReturnsNothing, ReturnsPage } from '../http/answers.ts'
import { IfMatch } from '../http/if-match.ts'
import { CustomFieldsService } from './custom-fields.service.ts'

@Controller('custom-fields')
export class CustomFieldsController {
  constructor(private readonly fields: CustomFieldsService) {}

  @Get()
  @Allow('candidates.read')
  @ReturnsPage(customField, 'custom-fields')
  list(@Query({ schema: customFieldList }) query: ListQuery<string, { archived?: boolean }>) {
    return this.fields.list(query)
  }

  @Get(':id')
  @Allow('candidates.read')
  @Returns(customField)
  get(@Param({ schema: byId }) { id }: { id: string }) {
    return this.fields.get(id)
  }

  @Post()
  @Allow('custom-fields.manage')
  @Returns(customField, 201)
  create(@Body({ schema: createCustomField }) facts: CreateCustomField) {
    return this.fields.create(facts)
  }

  @Post('arrange')
  @Allow('custom-fields.manage')
  @ReturnsNothing()
  arrange(@Body({ schema: arrangeCustomFields }) { ids }: { ids: string[] }) {
    return this.fields.arrange(ids)
  }

  @Patch(':id')
  @Allow('custom-fields.manage')
  @Returns(customField)
  update(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: updateCustomField }) change: UpdateCustomField,
    @IfMatch() seen: number,
  ) {
    return this.fields.update(id, change, seen)
  }

  @Post(':id/archive')
  @Allow('custom-fields.manage')
  @Returns(customField)
  archive(@Param({ schema: byId }) { id }: { id: string }) {
    return this.fields.archive(id)
  }

  @Post(':id/restore')
  @Allow('custom-fields.manage')
  @Returns(customField)
  restore(@Param({ schema: byId }) { id }: { id: string }) {
    return this.fields.restore(id)
  }

  @Delete(':id')
  @Allow('custom-fields.manage')
  @ReturnsNothing()
  remove(@Param({ schema: byId }) { id }: { id: string }) {
    return this.fields.remove(id)
  }
}
