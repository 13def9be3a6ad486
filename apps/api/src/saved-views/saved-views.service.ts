import type { Principal } from '@assay/access'
import {
  type CreateSavedView,
  fold,
  type ListQuery,
  MAX_SAVED_VIEWS,
  type Page,
  type UpdateSavedView,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { FindOptionsWhere } from 'typeorm'
import { v7 as newId } from 'uuid'
import { NotFound } from '../http/http.errors.ts'
import { SavedView } from './saved-view.entity.ts'
import { TooManyViews, ViewNameTaken } from './saved-view.errors.ts'

const UNIQUE_VIOLATION = '23505'

/** What people keep for themselves: never anybody else's, and not on record. */
@Injectable()
export class SavedViewsService {
  constructor(private readonly work: UnitOfWork) {}

  list(query: ListQuery<string, { resource?: string }>, asking: Principal): Promise<Page<SavedView>> {
    const [first, last] = query.range
    const { resource } = query.filter
    return this.work.read(async () => {
      const [rows, total] = await this.work.repository(SavedView).findAndCount({
        where: { ...this.own(asking), ...(resource === undefined ? {} : { resource }) },
        order: { foldedName: query.sort[1], id: 'ASC' },
        skip: first,
        take: last - first + 1,
      })
      return { rows, total }
    })
  }

  async create(facts: CreateSavedView, asking: Principal): Promise<SavedView> {
    return this.work.run(async () => {
      const views = this.work.repository(SavedView)
      if ((await views.countBy(this.own(asking))) >= MAX_SAVED_VIEWS) throw new TooManyViews()
      const id = newId()
      const owner = { organizationId: this.work.tenant.organizationId, userId: asking.userId }
      await told(() => views.insert({ ...facts, ...owner, id, foldedName: fold(facts.name) }))
      return this.one(id, asking)
    })
  }

  async update(id: string, { name, query }: UpdateSavedView, asking: Principal): Promise<SavedView> {
    return this.work.run(async () => {
      await this.one(id, asking)
      const change = {
        ...(name === undefined ? {} : { name, foldedName: fold(name) }),
        ...(query === undefined ? {} : { query }),
      }
      if (Object.keys(change).length > 0) {
        await told(() => this.work.repository(SavedView).update({ ...this.own(asking), id }, change))
      }
      return this.one(id, asking)
    })
  }

  async remove(id: string, asking: Principal): Promise<void> {
    await this.work.run(async () => {
      const { affected } = await this.work.repository(SavedView).delete({ ...this.own(asking), id })
      if (!affected) throw new NotFound()
    })
  }

  private async one(id: string, asking: Principal): Promise<SavedView> {
    const view = await this.work.repository(SavedView).findOneBy({ ...this.own(asking), id })
    if (!view) throw new NotFound()
    return view
  }

  private own({ userId }: Principal): FindOptionsWhere<SavedView> {
    return { organizationId: this.work.tenant.organizationId, userId }
  }
}

const told = async (statement: () => Promise<unknown>): Promise<void> => {
  try {
    await statement()
  } catch (error) {
    const { code } = (error as { driverError?: { code?: string } }).driverError ?? {}
    throw code === UNIQUE_VIOLATION ? new ViewNameTaken() : error
  }
}
