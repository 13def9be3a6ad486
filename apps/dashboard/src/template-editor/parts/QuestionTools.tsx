import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined'
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined'
import CloseOutlined from '@mui/icons-material/CloseOutlined'
import DriveFileMoveOutlined from '@mui/icons-material/DriveFileMoveOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import ExpandLessOutlined from '@mui/icons-material/ExpandLessOutlined'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { useDraftEngine } from '../draft/draft-context.ts'
import { removeQuestion } from '../draft/draft-edits.ts'
import { useOpenRow } from '../draft/open-rows.ts'
import { useFollowing } from '../draft/useFollowFocus.ts'
import type { QuestionRowProps } from './QuestionRow.tsx'
import { RowTool, RowTools } from './RowTools.tsx'
import { useQuestionMoves } from './useQuestionMoves.ts'

interface ToolsProps extends QuestionRowProps {
  title: string
}

const ToSection = ({ entry, title }: ToolsProps) => {
  const text = useText()
  const { snapshot } = useDraftEngine()
  const { toSection } = useQuestionMoves(entry.id, title)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  return (
    <>
      <RowTool
        part="to-section"
        icon={DriveFileMoveOutlined}
        label={text('templateEditor.row.toSection', { name: title })}
        expanded={anchor !== null}
        onPress={setAnchor}
      />
      {anchor && (
        <Menu open anchorEl={anchor} onClose={close} disableRestoreFocus>
          {snapshot()
            .draft.sections.filter(({ questions }) => questions.every((one) => one.questionId !== entry.id))
            .map((section) => (
              <MenuItem
                key={section.id}
                onClick={() => {
                  close()
                  toSection(section.id)
                }}
              >
                {section.title}
              </MenuItem>
            ))}
        </Menu>
      )}
    </>
  )
}

/** What can be done with a question, by button. */
export const QuestionTools = (props: ToolsProps) => {
  const text = useText()
  const { entry, title, first, last, asked } = props
  const { step, snapshot } = useDraftEngine()
  const { follow } = useFollowing()
  const { open, toggle } = useOpenRow(entry.id)
  const { byOne } = useQuestionMoves(entry.id, title)
  const remove = () => {
    const within = snapshot().draft.sections.find(({ questions }) => questions.includes(asked))
    follow(within?.id ?? '', 'add', text('templateEditor.removed', { name: title }))
    step(removeQuestion(entry.id))
  }
  return (
    <RowTools>
      <RowTool
        part="up"
        icon={ArrowUpwardOutlined}
        label={text('templateEditor.row.up', { name: title })}
        idle={first}
        onPress={() => byOne(-1)}
      />
      <RowTool
        part="down"
        icon={ArrowDownwardOutlined}
        label={text('templateEditor.row.down', { name: title })}
        idle={last}
        onPress={() => byOne(1)}
      />
      <ToSection {...props} />
      <RowTool
        part="remove"
        icon={CloseOutlined}
        label={text('templateEditor.row.remove', { name: title })}
        onPress={remove}
      />
      <RowTool
        part="edit"
        icon={open ? ExpandLessOutlined : EditOutlined}
        expanded={open}
        label={text(open ? 'templateEditor.row.close' : 'templateEditor.row.edit', { name: title })}
        onPress={toggle}
      />
    </RowTools>
  )
}
