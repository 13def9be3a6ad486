import type { Erasure } from '@assay/contracts'
import Typography from '@mui/material/Typography'
import { candidateAddress } from '../candidates/candidate-requests.ts'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { KeepingList, KeepingRow } from '../retention/KeepingRow.tsx'
import { SHOWN_ERASURES, useErasures } from './erasure-requests.ts'

const ErasureRow = ({ erasure }: { erasure: Erasure }) => {
  const text = useText()
  const { number, candidateId, reason, reference, erasedAt, erasedByName: name, replayedAt } = erasure
  const moment = formatMoment(erasedAt)
  const why = text(`erasure.reasonOf.${reason}`)
  return (
    <KeepingRow
      title={<TextLink to={candidateAddress(candidateId)}>{text('erasure.number', { number })}</TextLink>}
      lines={[
        reference === null ? why : `${why} · ${reference}`,
        name === null ? text('erasure.byRule', { moment }) : text('erasure.by', { moment, name }),
        ...(replayedAt === null ? [] : [text('erasure.replayed', { moment: formatMoment(replayedAt) })]),
      ]}
    />
  )
}

/** Who was erased, when and why, without who it was. */
export const ErasureList = () => {
  const text = useText()
  const { data, error, refetch } = useErasures()
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  if (data.length === 0) return <Typography color="textSecondary">{text('erasure.listNone')}</Typography>
  return (
    <>
      <KeepingList label={text('erasure.list')}>
        {data.map((erasure) => (
          <ErasureRow key={erasure.id} erasure={erasure} />
        ))}
      </KeepingList>
      {data.length === SHOWN_ERASURES && (
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          {text('erasure.listMore', { count: SHOWN_ERASURES })}
        </Typography>
      )}
    </>
  )
}
