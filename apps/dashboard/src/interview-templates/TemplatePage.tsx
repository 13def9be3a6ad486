import type { InterviewTemplate } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useGetOne } from 'ra-core'
import { useCurrentSession, usePermitted } from '../api/current-session.ts'
import { Notice } from '../components/Notice.tsx'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { BackTo } from '../components/BackTo.tsx'
import { useListAddress } from '../components/useListAddress.ts'
import { useText } from '../i18n/text.ts'
import { BeginVersion } from './BeginVersion.tsx'
import { OpenVersions } from './OpenVersions.tsx'
import { PublishedVersion } from './PublishedVersion.tsx'
import { TEMPLATES } from './template-address.ts'
import { TemplateKeeping } from './TemplateKeeping.tsx'
import { TemplateNames } from './TemplateNames.tsx'
import { UsedBy } from './UsedBy.tsx'
import { VersionHistory } from './VersionHistory.tsx'

/** Somebody who only proposes names what they made, while nothing of it is published; the server decides. */
const useMayRename = ({ published, open }: InterviewTemplate): boolean => {
  const mayManage = usePermitted('interview-templates.manage')
  const own = useCurrentSession()?.user.id
  return mayManage || (published === null && open.some(({ createdBy }) => createdBy?.id === own))
}

const Template = ({ template }: { template: InterviewTemplate }) => {
  const text = useText()
  const mayWrite = usePermitted('interview-templates.propose')
  const mayRename = useMayRename(template)
  const { name, purpose, key, archivedAt, published, open } = template
  return (
    <Page
      title={name}
      above={<BackTo to={useListAddress(TEMPLATES)}>{text('template.back')}</BackTo>}
      lead={
        <>
          {purpose}
          <Box sx={{ mt: 0.5, fontSize: '0.875rem' }}>
            {text(key === null ? 'template.own' : 'template.builtIn')}
          </Box>
        </>
      }
      actions={mayWrite && !archivedAt && <BeginVersion templateId={template.id} />}
    >
      {archivedAt && (
        <Box sx={{ mb: 3 }}>
          <Notice kind="info" title={text('template.archived')}>
            {text('template.gone')}
          </Notice>
        </Box>
      )}
      <PublishedVersion version={published} name={name} />
      <OpenVersions versions={open} />
      <UsedBy templateId={template.id} />
      <VersionHistory templateId={template.id} />
      {mayRename && <TemplateNames template={template} />}
      {mayWrite && <TemplateKeeping template={template} />}
    </Page>
  )
}

export const TemplatePage = ({ id }: { id: string }) => {
  const { data, error, refetch } = useGetOne<InterviewTemplate>('interview-templates', { id })
  if (data) return <Template template={data} />
  return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
}
