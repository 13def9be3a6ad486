import { Allow } from '@assay/access'
import type { Permission } from '@assay/contracts'
import { applyDecorators, Get } from '@nestjs/common'
import { ReturnsFile } from '../http/answers.ts'

/** `GET <list>/export.csv`, for whoever may read the list. */
export const CsvOf = (list: string, permission: Permission) =>
  applyDecorators(Get(`${list}/export.csv`), Allow(permission), ReturnsFile('text/csv; charset=utf-8'))
