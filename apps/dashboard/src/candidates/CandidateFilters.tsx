import { applicationStatuses } from '@assay/contracts'
import { FilterChoice } from '../components/FilterChoice.tsx'
import { FilterText } from '../components/FilterText.tsx'
import { ListFilters } from '../components/ListFilters.tsx'
import { SortChoice } from '../components/SortChoice.tsx'
import { useText } from '../i18n/text.ts'
import { FilterCustom } from './FilterCustom.tsx'
import { FilterJob } from './FilterJob.tsx'
import { FilterWord } from './FilterWord.tsx'

/** By words, by where somebody applied, and by what the organization asks. All of it stands in the address. */
export const CandidateFilters = () => {
  const text = useText()
  return (
    <ListFilters>
      <FilterText field="q" label={text('candidate.search')} />
      <FilterText field="resume" label={text('candidate.resume')} />
      <FilterJob />
      <FilterChoice
        field="status"
        label={text('candidate.filter.status')}
        options={applicationStatuses.map((value) => ({ value, label: text(`application.status.${value}`) }))}
      />
      <FilterWord field="tags" label={text('candidate.tag')} />
      <FilterWord field="source" label={text('candidate.source')} />
      <FilterCustom />
      <SortChoice nameField="name" created />
    </ListFilters>
  )
}
