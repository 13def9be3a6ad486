import { sameJson, type Json, type InterviewTemplateVersion, type VersionGap } from '@assay/contracts'
import Box from '@mui/material/Box'
import { memo, useDeferredValue, useState } from 'react'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { useText } from '../i18n/text.ts'
import { templateAddress } from '../interview-templates/template-address.ts'
import { BackTo } from '../components/BackTo.tsx'
import { visuallyHidden } from '../theme/visually-hidden.ts'
import { coverageOf, type Covered } from './draft/coverage.ts'
import {
  DraftEngineContext,
  DraftSnapshotContext,
  HeldBackContext,
  useDraftSnapshot,
} from './draft/draft-context.ts'
import type { DraftSnapshot, VersionEngine } from './draft/version-kind.ts'
import { OpenRows, OpenRowsContext } from './draft/open-rows.ts'
import { useContent } from './draft/useContent.ts'
import { FollowingContext, useFollowFocus } from './draft/useFollowFocus.ts'
import type { LeftCopies } from '../drafts/useLeftCopies.ts'
import { useVersionDraft } from './draft/useVersionDraft.ts'
import { EditorBar } from './EditorBar.tsx'
import { EditorColumns } from './EditorColumns.tsx'
import { EditorNotices } from './notices/EditorNotices.tsx'
import { CandidatePart } from './parts/CandidatePart.tsx'
import { ChecklistsPart } from './parts/ChecklistsPart.tsx'
import { CompetenciesPart } from './parts/CompetenciesPart.tsx'
import { InterviewPart } from './parts/InterviewPart.tsx'
import { QuestionsPart } from './parts/QuestionsPart.tsx'
import { heldPlaces } from './steps/held-places.ts'
import { VersionSteps } from './steps/VersionSteps.tsx'
import { showBeside } from './preview/show-beside.ts'
import { useGoToPlace } from './useGoToPlace.ts'
import { useUndoKeys } from './useUndoKeys.ts'
import { VersionLead } from './VersionLead.tsx'

/** The same object as long as it says the same, so that nothing is drawn again for an answer that brings no news. */
const useSame = <Value,>(value: Value): Value => {
  const [kept, setKept] = useState(value)
  if (kept !== value && !sameJson(kept as Json, value as Json)) {
    setKept(value)
    return value
  }
  return kept
}

/** A row that moves loses the focus for a moment, too: that is no end of writing. */
const isText = (target: Element): boolean => target.matches('input, textarea')

interface PartsProps {
  gaps: readonly VersionGap[]
  covered: readonly Covered[]
}

/** What is written in: it shows each change at once. */
const Parts = ({ gaps, covered }: PartsProps) => {
  const { draft, bank } = useDraftSnapshot()
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 4 }}>
      <InterviewPart
        durationMinutes={draft.durationMinutes}
        scale={draft.scale}
        instructions={draft.instructions}
      />
      <CompetenciesPart
        competencies={draft.competencies}
        scale={draft.scale}
        entries={bank.competencies}
        covered={covered}
      />
      <QuestionsPart sections={draft.sections} scale={draft.scale} entries={bank.questions} gaps={gaps} />
      <ChecklistsPart
        structureIds={draft.structureIds}
        signalIds={draft.signalIds}
        structures={bank.structures}
        signals={bank.signals}
      />
      <CandidatePart preparation={draft.preparation} />
    </Box>
  )
}

interface FrameProps {
  snapshot: DraftSnapshot
  engine: VersionEngine
  rows: OpenRows
}

/** What stands around the writing and follows from it: drawn after what was written or moved is painted. */
const Frame = memo(({ snapshot, engine, rows }: FrameProps) => {
  const text = useText()
  const { version } = snapshot
  const content = useContent(snapshot.draft, snapshot.bank)
  const shown = useDeferredValue(content, null)
  const gaps = useSame(version.gaps)
  const held = useSame(heldPlaces(snapshot, text))
  const covered = useSame(content ? coverageOf(content) : [])
  useGoToPlace(rows)
  if (!content) return <PageLoading />
  return (
    <Page
      wide
      title={version.template.name}
      above={<BackTo to={templateAddress(version.templateId)}>{text('templateEditor.back')}</BackTo>}
      lead={<VersionLead version={version} />}
      actions={<VersionSteps version={version} gaps={gaps} held={held} settle={engine.settle} />}
    >
      <Box
        onBlur={({ target }) => isText(target) && void engine.flush()}
        onFocus={({ target }) => showBeside(target)}
      >
        <EditorNotices snapshot={snapshot} />
        <EditorBar snapshot={snapshot} content={content} />
        <EditorColumns content={content} shown={shown} gaps={gaps} covered={covered}>
          <Parts gaps={gaps} covered={covered} />
        </EditorColumns>
      </Box>
    </Page>
  )
})
Frame.displayName = 'Frame'

interface EditorPageProps {
  version: InterviewTemplateVersion
  left: LeftCopies
}

/** A draft while it is written. */
export const EditorPage = ({ version: loaded, left }: EditorPageProps) => {
  const { engine, snapshot } = useVersionDraft(loaded, left)
  const settled = useDeferredValue(snapshot)
  const [rows] = useState(() => new OpenRows())
  const { follow, said } = useFollowFocus()
  const [following] = useState(() => ({ follow }))
  useUndoKeys(engine)
  return (
    <DraftEngineContext value={engine}>
      <DraftSnapshotContext value={snapshot}>
        <HeldBackContext value={snapshot.held}>
          <OpenRowsContext value={rows}>
            <FollowingContext value={following}>
              <Frame snapshot={settled} engine={engine} rows={rows} />
              <Box component="output" aria-live="polite" sx={visuallyHidden}>
                {said}
              </Box>
            </FollowingContext>
          </OpenRowsContext>
        </HeldBackContext>
      </DraftSnapshotContext>
    </DraftEngineContext>
  )
}
