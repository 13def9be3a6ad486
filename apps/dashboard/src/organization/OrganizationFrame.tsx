import type { Permission } from '@assay/contracts'
import type { ReactNode } from 'react'
import { useCurrentSession } from '../api/current-session.ts'
import { Page } from '../components/Page.tsx'
import { PageTabs } from '../components/PageTabs.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { useText } from '../i18n/text.ts'

/** What is said once for a whole organization, in the order of the tabs. */
const parts = {
  settings: { to: '/organization', needs: 'organization.update' },
  customFields: { to: '/organization/custom-fields', needs: 'custom-fields.manage' },
  rejectionReasons: { to: '/organization/rejection-reasons', needs: 'rejection-reasons.manage' },
  retention: { to: '/organization/retention', needs: 'retention.read' },
} as const satisfies Record<string, { to: string; needs: Permission }>
export type OrganizationPart = keyof typeof parts

interface OrganizationFrameProps {
  part: OrganizationPart
  actions?: ReactNode
  children: ReactNode
}

const Frame = ({ part, actions, children }: OrganizationFrameProps) => {
  const text = useText()
  const { organization, permissions = [] } = useCurrentSession() ?? {}
  const tabs = Object.entries(parts)
    .filter(([, { needs }]) => permissions.includes(needs))
    .map(([name, { to }]) => ({ to, label: text(`organization.part.${name as OrganizationPart}.tab`) }))
  return (
    <Page
      title={text('organization.title')}
      windowTitle={text(`organization.part.${part}.tab`)}
      lead={text(`organization.part.${part}.lead`, { name: organization?.name })}
      actions={actions}
    >
      {/* The first section draws the line that the tabs stand on. */}
      <PageTabs label={text('organization.parts')} tabs={tabs} />
      {children}
    </Page>
  )
}

/** The settings of an organization share one page: its title, and a way from each to each. */
export const OrganizationFrame = (props: OrganizationFrameProps) => (
  <Permitted permission={parts[props.part].needs}>
    <Frame {...props} />
  </Permitted>
)
