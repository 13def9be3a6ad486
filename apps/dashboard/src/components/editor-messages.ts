/** Words of the scale, of what is written by entry and by level, and of the order of a list. */
export const editorMessages = {
  rating: {
    strong_no: 'Strong no',
    no: 'No',
    mixed: 'Mixed',
    yes: 'Yes',
    strong_yes: 'Strong yes',
  },
  order: {
    label: 'Order',
    name: 'From A to Z',
    nameBack: 'From Z to A',
    newest: 'Newest first',
    first: 'Newest at the end',
    recent: 'Changed last first',
    oldest: 'Changed last at the end',
    state: 'Show',
    live: 'In use',
    archived: 'Archived',
  },
  anchors: {
    none: 'Nothing written for this level yet.',
    placeholder: 'What somebody at this level does or says',
    toFive: 'Add a middle level, for a scale of five',
    toFour: 'Take the middle level out again',
  },
  entryList: {
    up: 'Move entry %{place} up',
    down: 'Move entry %{place} down',
    remove: 'Remove entry %{place}',
    entry: '%{label}, entry %{place}',
    moved: 'Entry %{from} is now number %{to} of %{count}.',
    removed: 'Entry %{place} is removed.',
    full: 'This list is full: %{count} entries.',
    keys: 'Enter: next entry. Shift and Enter: new line. Alt and ↑ or ↓: move.',
  },
  pickedList: { choose: 'Choose…' },
}
