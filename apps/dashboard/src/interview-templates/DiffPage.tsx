import {
  id as versionId,
  type InterviewTemplateVersion,
  type VersionDiff,
  type VersionSummary,
} from '@assay/contracts'
import DifferenceOutlined from '@mui/icons-material/DifferenceOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useGetList } from 'ra-core'
import { useParams, useSearchParams } from 'react-router'
import { request } from '../api/request.ts'
import { Blank } from '../components/Blank.tsx'
import { Choice } from '../components/Choice.tsx'
import { NotFoundState } from '../components/NotFoundState.tsx'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { useText } from '../i18n/text.ts'
import { BackTo } from '../components/BackTo.tsx'
import { DifferenceList } from './DifferenceList.tsx'
import { versionAddress } from './template-address.ts'
import { useVersion } from './useVersion.ts'

const useOthers = ({ id, template }: InterviewTemplateVersion): VersionSummary[] => {
  const { data = [] } = useGetList<VersionSummary>('interview-template-versions', {
    filter: { templateId: template.id },
    sort: { field: 'number', order: 'DESC' },
    pagination: { page: 1, perPage: 200 },
  })
  return data.filter((one) => one.id !== id)
}

/** With which version: the address says it, else the one it began with, else the one that is published. */
const useAgainst = ({ basedOn, published, id }: InterviewTemplateVersion) => {
  const [search, setSearch] = useSearchParams()
  const other = published && published.id !== id ? published.id : null
  return {
    against: search.get('against') ?? basedOn?.id ?? other,
    compare: (next: string) => setSearch({ against: next }, { replace: true }),
  }
}

const Found = ({ id, against }: { id: string; against: string }) => {
  const text = useText()
  const { data, error, refetch } = useQuery({
    queryKey: ['interview-template-versions', 'diff', id, against],
    queryFn: async () =>
      (await request<VersionDiff>(`/interview-template-versions/${id}/diff?against=${against}`)).data,
  })
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  if (data.differences.length === 0) {
    return (
      <Blank icon={DifferenceOutlined} title={text('templateDiff.none')}>
        {text('templateDiff.noneText')}
      </Blank>
    )
  }
  return (
    <>
      <Typography color="textSecondary" component="output" sx={{ display: 'block', mb: 2 }}>
        {text('templateDiff.count', { smart_count: data.differences.length })}
      </Typography>
      <DifferenceList differences={data.differences} />
    </>
  )
}

const Difference = ({ version }: { version: InterviewTemplateVersion }) => {
  const text = useText()
  const others = useOthers(version)
  const { against, compare } = useAgainst(version)
  const number = others.find(({ id }) => id === against)?.number ?? version.basedOn?.number
  return (
    <Page
      title={text('templateDiff.title')}
      above={
        <BackTo to={versionAddress(version.id)}>
          {text('templateDiff.back', { number: version.number })}
        </BackTo>
      }
      lead={
        number !== undefined &&
        text('templateDiff.lead', { name: version.template.name, number: version.number, against: number })
      }
    >
      {others.length > 0 && (
        <Box sx={{ maxWidth: 320, mb: 3 }}>
          <Choice
            size="small"
            label={text('templateDiff.against')}
            value={against ?? ''}
            options={others.map(({ id, number: of, status }) => ({
              value: id,
              label: text('templateDiff.option', { number: of, status: text(`template.status.${status}`) }),
            }))}
            onChange={({ target }) => compare(target.value)}
          />
        </Box>
      )}
      {against ? (
        <Found id={version.id} against={against} />
      ) : (
        <Blank icon={DifferenceOutlined} title={text('templateDiff.nothing')} />
      )}
    </Page>
  )
}

const Loaded = ({ id }: { id: string }) => {
  const { data, error, refetch } = useVersion(id)
  if (data) return <Difference version={data} />
  return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
}

/** What differs between two versions, field by field. */
export const DiffPage = () => {
  const { id = '' } = useParams()
  return (
    <Permitted permission="interview-templates.read">
      {versionId.safeParse(id).success ? <Loaded id={id} /> : <NotFoundState />}
    </Permitted>
  )
}
