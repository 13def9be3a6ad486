import { Allow, Asking, type Principal } from '@assay/access'
import { byId, changeRole, type ListQuery, type Role, renameUser, user, userList } from '@assay/contracts'
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { Returns, ReturnsPage } from '../http/answers.ts'
import { IfMatch } from '../http/if-match.ts'
import type { UserFilter } from './users.queries.ts'
import { UsersService } from './users.service.ts'

@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Allow('users.read')
  @ReturnsPage(user, 'users')
  list(@Query({ schema: userList }) query: ListQuery<string, UserFilter>) {
    return this.users.list(query)
  }

  @Get('current')
  @Allow('account.read')
  @Returns(user)
  getCurrent(@Asking() principal: Principal) {
    return this.users.get(principal.userId)
  }

  @Patch('current')
  @Allow('account.manage')
  @Returns(user)
  renameCurrent(
    @Asking() principal: Principal,
    @Body({ schema: renameUser }) { name }: { name: string },
    @IfMatch() seen: number,
  ) {
    return this.users.rename(principal.userId, name, seen)
  }

  @Get(':id')
  @Allow('users.read')
  @Returns(user)
  get(@Param({ schema: byId }) { id }: { id: string }) {
    return this.users.get(id)
  }

  @Patch(':id')
  @Allow('users.manage')
  @Returns(user)
  rename(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: renameUser }) { name }: { name: string },
    @IfMatch() seen: number,
  ) {
    return this.users.rename(id, name, seen)
  }

  @Post(':id/disable')
  @Allow('users.manage')
  @Returns(user)
  disable(@Param({ schema: byId }) { id }: { id: string }) {
    return this.users.disable(id)
  }

  @Post(':id/enable')
  @Allow('users.manage')
  @Returns(user)
  enable(@Param({ schema: byId }) { id }: { id: string }) {
    return this.users.enable(id)
  }

  @Post(':id/role')
  @Allow('users.manage')
  @Returns(user)
  changeRole(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: changeRole }) { role }: { role: Role },
  ) {
    return this.users.changeRole(id, role)
  }
}
