import { Allow } from '@assay/access'
import { type ListQuery, notice, noticeList, readNotices } from '@assay/contracts'
import { Body, Controller, Get, Post, Query } from '@nestjs/common'
import { ReturnsNothing, ReturnsPage } from '../http/answers.ts'
import { NoticesService } from './notices.service.ts'

@Controller('notices')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get()
  @Allow('interviews.read')
  @ReturnsPage(notice, 'notices')
  list(@Query({ schema: noticeList }) query: ListQuery<string, { unread?: boolean }>) {
    return this.notices.list(query)
  }

  @Post('read')
  @Allow('interviews.read')
  @ReturnsNothing()
  read(@Body({ schema: readNotices }) { ids }: { ids?: string[] }) {
    return this.notices.read(ids)
  }
}
