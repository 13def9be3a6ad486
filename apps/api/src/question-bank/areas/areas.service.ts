import type { Area as AreaShape, ListQuery, Page } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { BankFilter, BankKind, BankRow } from '../bank-kind.ts'
import { BankQueries } from '../bank.queries.ts'
import { Area } from './area.entity.ts'

type AreaRow = BankRow & Pick<AreaShape, 'name' | 'definition' | 'position'>

const AREAS: BankKind = {
  entity: Area,
  table: 'areas',
  subject: null,
  nameField: 'name',
  searched: ['name', 'definition'],
  columns: 'e.name, e.definition, e.position',
  sort: { position: 'position', name: 'name' },
}

@Injectable()
export class AreasService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: BankQueries,
  ) {}

  list(query: ListQuery<string, BankFilter>): Promise<Page<AreaRow>> {
    return this.work.read(() => this.queries.page<AreaRow>(AREAS, query))
  }
}
