import { Asking, type Principal } from '@assay/access'
import {
  auditEventList,
  customFieldList,
  exportQuery,
  noticeList,
  rejectionReasonList,
  savedViewList,
  userList,
} from '@assay/contracts'
import { Controller, Query } from '@nestjs/common'
import { AuditReadingService } from '../audit/audit-reading.service.ts'
import { CustomFieldsService } from '../custom-fields/custom-fields.service.ts'
import { NoticesService } from '../notices/notices.service.ts'
import { RejectionReasonsService } from '../rejection-reasons/rejection-reasons.service.ts'
import { SavedViewsService } from '../saved-views/saved-views.service.ts'
import { UsersService } from '../users/users.service.ts'
import { CsvOf } from './csv-of.ts'
import { type AskedOf, ExportsService, type QueryOf } from './exports.service.ts'
import {
  AUDIT_EVENTS,
  CUSTOM_FIELDS,
  NOTICES,
  REJECTION_REASONS,
  SAVED_VIEWS,
  USERS,
} from './organization.sheets.ts'

/** The organization, its people, and what each of them has for themselves. */
@Controller()
export class OrganizationExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly usersList: UsersService,
    private readonly auditEventsList: AuditReadingService,
    private readonly customFieldsList: CustomFieldsService,
    private readonly rejectionReasonsList: RejectionReasonsService,
    private readonly savedViewsList: SavedViewsService,
    private readonly noticesList: NoticesService,
  ) {}

  @CsvOf('users', 'users.read')
  users(@Query({ schema: exportQuery(userList) }) asked: AskedOf<UsersService>) {
    return this.exports.file(USERS, asked, (query: QueryOf<UsersService>) => this.usersList.list(query))
  }

  @CsvOf('audit-events', 'audit.read')
  auditEvents(@Query({ schema: exportQuery(auditEventList) }) asked: AskedOf<AuditReadingService>) {
    return this.exports.file(AUDIT_EVENTS, asked, (query: QueryOf<AuditReadingService>) =>
      this.auditEventsList.list(query),
    )
  }

  @CsvOf('custom-fields', 'candidates.read')
  customFields(@Query({ schema: exportQuery(customFieldList) }) asked: AskedOf<CustomFieldsService>) {
    return this.exports.file(CUSTOM_FIELDS, asked, (query: QueryOf<CustomFieldsService>) =>
      this.customFieldsList.list(query),
    )
  }

  @CsvOf('rejection-reasons', 'applications.read')
  rejectionReasons(
    @Query({ schema: exportQuery(rejectionReasonList) }) asked: AskedOf<RejectionReasonsService>,
  ) {
    return this.exports.file(REJECTION_REASONS, asked, (query: QueryOf<RejectionReasonsService>) =>
      this.rejectionReasonsList.list(query),
    )
  }

  @CsvOf('saved-views', 'own-saved-views.manage')
  savedViews(
    @Query({ schema: exportQuery(savedViewList) }) asked: AskedOf<SavedViewsService>,
    @Asking() asking: Principal,
  ) {
    return this.exports.file(SAVED_VIEWS, asked, (query: QueryOf<SavedViewsService>) =>
      this.savedViewsList.list(query, asking),
    )
  }

  @CsvOf('notices', 'interviews.read')
  notices(@Query({ schema: exportQuery(noticeList) }) asked: AskedOf<NoticesService>) {
    return this.exports.file(NOTICES, asked, (query: QueryOf<NoticesService>) => this.noticesList.list(query))
  }
}
