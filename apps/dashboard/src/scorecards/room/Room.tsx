import { gapsOf, type InterviewRoom, notAsked } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { loadLater } from '../../components/load-later.tsx'
import { Notice } from '../../components/Notice.tsx'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { useText } from '../../i18n/text.ts'
import {
  type ScorecardEngine,
  type ScorecardSnapshot,
  useScorecardDraft,
} from '../drafts/useScorecardDraft.ts'
import type { LeftCopies } from '../../drafts/useLeftCopies.ts'
import { questionsOf, type RoomWork, RoomWorkContext } from '../room-context.ts'
import { setEvidence } from '../scorecard-edits.ts'
import { Conclusion } from './Conclusion.tsx'
import { DraftNotices } from './DraftNotices.tsx'
import { type PaneName, Panes } from './Panes.tsx'
import { Private } from './Private.tsx'
import { ListenFor, Questions } from './Questions.tsx'
import { Ratings } from './Ratings.tsx'
import { idIn, stopAround } from './room-keys.ts'
import { RoomBar } from './RoomBar.tsx'
import { StepArea } from './StepArea.tsx'
import { useKeysChoice } from './useKeysChoice.ts'
import { useRoomKeys } from './useRoomKeys.ts'
import { useSteps } from './useSteps.ts'

const SendLater = loadLater(async () => (await import('./SendDialog.tsx')).SendDialog)
const KeysLater = loadLater(async () => (await import('./KeysHelp.tsx')).KeysHelp)
const ResumeLater = loadLater(async () => (await import('./ResumePane.tsx')).ResumePane)

/** Gives back what calls it off. */
export const fetchDialogsSoon = (): (() => void)[] =>
  [SendLater, KeysLater, ResumeLater].map(({ fetchSoon }) => fetchSoon())

interface RoomProps {
  room: InterviewRoom
  /** As the device kept it: the server could not be asked. */
  isKept: boolean
  left: LeftCopies
  onRoom: (room: InterviewRoom) => void
  /** Asks the server how it stands now. */
  onReload: () => void
}

/** What the parts of the room do together; the same object while one types. */
const useWork = (engine: ScorecardEngine, mayWrite: boolean, show: (pane: PaneName) => void) => {
  const [openId, setOpenId] = useState<string | null>(null)
  /** Where one was last: what is written down now was most likely said there. */
  const asked = useRef<string | null>(null)
  const noteAsked = useCallback((target: Element) => {
    asked.current = idIn(stopAround(target), 'question') ?? asked.current
  }, [])
  const addEvidence = useCallback(
    (competencyId: string, questionId: string | null) => {
      const id = crypto.randomUUID()
      // Drawn at once, so that what is typed next goes into it.
      flushSync(() => {
        show('ratings')
        setOpenId(competencyId)
        engine.change(setEvidence(competencyId, id, { questionId: questionId ?? asked.current }))
      })
      document.querySelector<HTMLElement>(`[data-evidence="${id}"] textarea`)?.focus()
    },
    [engine, show],
  )
  const work = useMemo<RoomWork>(
    () => ({ change: engine.change, mayWrite, addEvidence, openCompetency: setOpenId }),
    [engine, mayWrite, addEvidence],
  )
  return { work, openId, noteAsked }
}

/** What is refused, by place: notes by question, evidence by its id. */
const refusalsOf = (held: ScorecardSnapshot['held']): ReadonlyMap<string, string> =>
  new Map(
    held.map(({ path, because }) => [
      path
        .slice(0, path[0] === 'ratings' ? 4 : 2)
        .join('/')
        .replace(/\/(?:notes|level)$/, ''),
      because,
    ]),
  )

/** What follows from the draft; it may come a moment after the keystroke. */
const useConsequences = (draft: ScorecardSnapshot['draft'], kit: InterviewRoom['kit']) => {
  const settled = useDeferredValue(draft)
  return useMemo(
    () => ({
      gaps: gapsOf(settled, kit),
      untouched: notAsked(
        settled,
        questionsOf(kit).map(({ id }) => id),
      ).length,
    }),
    [settled, kit],
  )
}

const Told = ({ room: { scorecard }, isKept }: Pick<RoomProps, 'room' | 'isKept'>) => {
  const text = useText()
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mb: 2, '&:empty': { display: 'none' } }}>
      {isKept && <Notice kind="warning" title={text('room.kept')} />}
      {scorecard.shadow && <Notice kind="info" title={text('room.shadow')} />}
      {scorecard.afterSeeingOthers && <Notice kind="info" title={text('room.seenOthers')} />}
    </Box>
  )
}

/** The interviewer's one screen. */
export const Room = ({ room, left, isKept, onRoom, onReload }: RoomProps) => {
  const text = useText()
  const { scorecard, kit, interview } = room
  usePageTitle(text('room.title', { template: interview.template.name, name: interview.candidate.name }))
  const { engine, snapshot } = useScorecardDraft(room, left)
  const { draft, held } = snapshot
  const [pane, setPane] = useState<PaneName>('questions')
  const [amending, setAmending] = useState(false)
  const [asking, setAsking] = useState(false)
  const [helping, setHelping] = useState(false)
  const keys = useKeysChoice()
  const isDraft = scorecard.status === 'draft'
  const mayWrite = scorecard.may.write.allowed && (isDraft || amending)
  const { work, openId, noteAsked } = useWork(engine, mayWrite, setPane)
  const refusals = useMemo(() => refusalsOf(held), [held])
  const { gaps, untouched } = useConsequences(draft, kit)
  const take = (next: InterviewRoom): void => {
    setAmending(false)
    onRoom(next)
  }
  const steps = useSteps(scorecard.id, engine, take)
  const ask = (): void => setAsking(mayWrite)
  useRoomKeys({ work, scale: kit.scale, isOn: keys.isOn, onHelp: () => setHelping(true), onSubmit: ask })
  const end = (
    <Conclusion
      recommendation={draft.recommendation}
      confidence={draft.confidence}
      summary={draft.summary}
      gaps={gaps}
      untouched={untouched}
      refusal={refusals.get('summary')}
    >
      <StepArea
        scorecard={scorecard}
        steps={steps}
        amending={amending}
        complete={gaps.length === 0}
        onAmend={() => setAmending(true)}
        onSend={ask}
        onOver={onReload}
      />
    </Conclusion>
  )
  return (
    <RoomWorkContext value={work}>
      <RoomBar room={room} snapshot={snapshot} onHelp={() => setHelping(true)} />
      <Box
        component="main"
        id="content"
        onBlur={() => void engine.flush()}
        onFocus={({ target }) => noteAsked(target)}
        sx={{ px: { xs: 1.5, md: 2.5 }, py: 2 }}
      >
        <Told room={room} isKept={isKept} />
        <DraftNotices engine={engine} snapshot={snapshot} kit={kit} />
        <Panes
          shown={pane}
          onShow={setPane}
          panes={{
            questions: (
              <>
                <Questions kit={kit} questions={draft.questions} refusals={refusals} />
                <ListenFor kit={kit} structures={draft.structures} signals={draft.signals} />
              </>
            ),
            ratings: (
              <Ratings kit={kit} ratings={draft.ratings} openId={openId} gaps={gaps} refusals={refusals}>
                {end}
              </Ratings>
            ),
            resume: <ResumeLater.Part interviewId={interview.id} />,
            more: (
              <Private
                kit={kit}
                privateNotes={draft.privateNotes}
                handOff={draft.handOff}
                handOffs={room.handOffs}
                refusal={refusals.get('privateNotes')}
                onHandOver={steps.handOver}
              />
            ),
          }}
        />
      </Box>
      {asking && (
        <SendLater.Part
          amending={amending}
          gaps={gaps}
          untouched={untouched}
          steps={steps}
          onClose={() => setAsking(false)}
        />
      )}
      {helping && (
        <KeysLater.Part
          isOn={keys.isOn}
          scale={kit.scale}
          onSwitch={keys.choose}
          onClose={() => setHelping(false)}
        />
      )}
    </RoomWorkContext>
  )
}
