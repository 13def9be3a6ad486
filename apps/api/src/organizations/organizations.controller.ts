import { Allow } from '@assay/access'
import { organization, updateOrganization, type UpdateOrganization } from '@assay/contracts'
import { Body, Controller, Get, Patch } from '@nestjs/common'
import { IfMatch } from '../http/if-match.ts'
import { Returns } from '../http/answers.ts'
import { OrganizationsService } from './organizations.service.ts'

@Controller('organization')
export class OrganizationsController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get()
  @Allow('organization.read')
  @Returns(organization)
  get() {
    return this.organizations.get()
  }

  @Patch()
  @Allow('organization.update')
  @Returns(organization)
  update(@Body({ schema: updateOrganization }) change: UpdateOrganization, @IfMatch() seen: number) {
    return this.organizations.update(change, seen)
  }
}
