import { fieldMessages } from './field-messages.ts'
import { kindMessages } from './kind-messages.ts'

const states = {
  builtIn: 'Built in',
  own: 'Your own',
  archived: 'Archived',
  archivedName: '%{name} (archived)',
  archive: 'Archive',
  archiveTitle: 'Archive “%{title}”?',
  archiveText:
    'Nothing is deleted, and it can be restored at any time. It is no longer offered for anything new.',
  archiveDone: '“%{title}” is archived.',
  restore: 'Restore',
  restoreTitle: 'Restore “%{title}”?',
  restoreText: 'It is offered again, unless another took its name meanwhile.',
  restoreDone: '“%{title}” is restored.',
  remove: 'Remove',
  removeTitle: 'Remove “%{title}” for good?',
  removeText:
    'It was written here and no template uses it. Its words are deleted and cannot be restored. Archive it to keep them.',
  removeDone: '“%{title}” is removed.',
  archivedTitle: 'Archived on %{day}.',
  archivedText: 'It stays where it is used, and is no longer offered for anything new.',
  changed: 'Last changed',
  asked: 'Asked once, on %{date} |||| Asked %{smart_count} times, last on %{date}',
  usedIn: 'In %{smart_count} template |||| In %{smart_count} templates',
  usedNowhere: 'In no template yet',
}

const lists = {
  search: 'Search the words',
  minutes: '%{smart_count} minute |||| %{smart_count} minutes',
  allLevels: 'All levels',
  anyLevel: 'Any level',
  levelSpan: '%{from} to %{to}',
  anchorsWritten: '%{written} of %{count} anchors',
  stepCount: '%{smart_count} step |||| %{smart_count} steps',
  competencyCount: '%{smart_count} competency |||| %{smart_count} competencies',
  areaQuestions: 'Its questions',
  areaCompetencies: 'Its competencies',
}

const reading = {
  edit: 'Edit',
  nothingWritten: 'Nothing written yet.',
  askedBy: 'Questions that show it',
  askedByNone: 'No question names it yet.',
  askedByAll: 'All %{smart_count} questions',
  barAt: '%{level} · %{name}',
  weighs: 'Weight %{weight}',
  informs: { label: 'How strongly it shows', primary: 'Primary', secondary: 'Secondary' },
  signalKind: { strong: 'Strong signal', red_flag: 'Red flag' },
  signalMeans: {
    strong:
      'A good sign, whatever the question was. It is ticked when seen and supports a rating; it is none.',
    red_flag:
      'A warning, whatever the question was. It is ticked when seen, with a note of what was said or done.',
  },
}

const writing = {
  editing: 'Edit: %{title}',
  editLead: 'Published templates keep the words they were published with. New versions take these.',
  toReading: 'Back to reading it',
  unsaved: 'You have changes that are not saved.',
  wrong: 'Not saved: something above needs another look.',
  removeTag: 'Remove the tag %{tag}',
  levelOption: '%{level} · %{name}',
}

export const questionBankMessages = {
  jobLevel: {
    junior: 'Junior',
    mid: 'Mid',
    senior: 'Senior',
    staff: 'Staff',
    principal: 'Principal',
  },
  bank: {
    title: 'Question bank',
    tabs: 'Parts of the question bank',
    kind: kindMessages,
    ...fieldMessages,
    ...states,
    ...lists,
    ...reading,
    ...writing,
  },
}
