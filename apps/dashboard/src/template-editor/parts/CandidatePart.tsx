import { MAX_ENTRIES, type VersionDraft } from '@assay/contracts'
import { memo } from 'react'
import { EntryList } from '../../components/EntryList.tsx'
import { plainText } from '../../components/entry-list.ts'
import { Field } from '../../components/Field.tsx'
import { useText } from '../../i18n/text.ts'
import { useDraftEngine, useRefusal } from '../draft/draft-context.ts'
import { setFacts } from '../draft/draft-edits.ts'
import { Part, Sheet } from './Part.tsx'

/** What the candidate is sent beforehand. */
export const CandidatePart = memo(({ preparation }: Pick<VersionDraft, 'preparation'>) => {
  const text = useText()
  const { change } = useDraftEngine()
  const say = (said: Partial<typeof preparation>) =>
    change((draft) => setFacts({ preparation: { ...draft.preparation, ...said } })(draft))
  return (
    <Part
      place="part-candidate"
      title={text('templateEditor.part.candidate')}
      about={text('templateEditor.part.candidateAbout')}
    >
      <Sheet>
        <Field
          multiline
          minRows={3}
          label={text('templateEditor.preparation.about')}
          hint={text('templateEditor.preparation.aboutHint')}
          error={useRefusal('preparation', 'about')}
          value={preparation.about}
          onChange={({ target }) => say({ about: target.value })}
        />
        <EntryList
          label={text('templateEditor.preparation.topics')}
          hint={text('templateEditor.preparation.topicsHint')}
          add={text('templateEditor.preparation.addTopic')}
          kind={plainText}
          maximum={MAX_ENTRIES}
          value={preparation.topics}
          error={useRefusal('preparation', 'topics')}
          onChange={(topics) => say({ topics })}
        />
      </Sheet>
    </Part>
  )
})
CandidatePart.displayName = 'CandidatePart'
