import { jobLevels, type LevelProfile } from '@assay/contracts'
import { FilterChoice } from '../../components/FilterChoice.tsx'
import { useText } from '../../i18n/text.ts'
import { BankList } from '../BankList.tsx'
import { EntryLink } from '../EntryLink.tsx'
import { firstSentence } from '../first-sentence.ts'
import { LevelProfileFacts } from './LevelProfileReading.tsx'

const LevelFilter = () => {
  const text = useText()
  return (
    <FilterChoice
      field="level"
      label={text('bank.field.level')}
      options={jobLevels.map((value) => ({ value, label: text(`jobLevel.${value}`) }))}
    />
  )
}

const LevelProfileItem = ({ row: profile }: { row: LevelProfile }) => (
  <EntryLink
    resource="level-profiles"
    row={profile}
    title={profile.name}
    aside={<LevelProfileFacts row={profile} />}
  >
    {firstSentence(profile.description)}
  </EntryLink>
)

export const LevelProfileList = () => (
  <BankList<LevelProfile>
    resource="level-profiles"
    nameField="name"
    filters={<LevelFilter />}
    Item={LevelProfileItem}
  />
)
