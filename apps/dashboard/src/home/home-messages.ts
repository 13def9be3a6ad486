export const homeMessages = {
  home: {
    morning: 'Good morning, %{name}',
    afternoon: 'Good afternoon, %{name}',
    evening: 'Good evening, %{name}',
    todo: 'What needs doing',
    done: 'Done',
    doneCount: '%{done} of %{all} first steps done',
    allDoneTitle: 'Everything is in order.',
    allDoneText: 'No invitation waits, nobody is locked out. What needs you will stand here.',
    roleTitle: 'You are here as %{role}',
    press: 'Press',
    forSearch: 'to search or jump anywhere, and',
    forKeys: 'for all keys.',
    step: {
      people: {
        done: 'People are invited',
        title: 'Invite the people who interview',
        text: 'A panel is at least two. Each gets a link of their own and a role.',
        action: 'Invite someone',
      },
      admin: {
        done: 'More than one admin',
        title: 'Make someone else an admin, too',
        text: 'You are the only one. If you lose your password, nobody could let you back in.',
        action: 'Look at the people',
      },
      waiting: {
        done: 'No invitation waits',
        title:
          '%{smart_count} person has not used the invitation yet |||| %{smart_count} people have not used their invitation yet',
        text: 'Links work once and run out. You can make a new one on the person’s page.',
        action: 'See who',
      },
      review: {
        done: 'Nothing waits for review',
        title:
          'A version of %{smart_count} interview template waits for review |||| Versions of %{smart_count} interview templates wait for review',
        text: 'Somebody wrote it and asks for a second pair of eyes before it is published.',
        action: 'Read it',
      },
      timeZone: {
        done: 'Time zone is set',
        title: 'Check the organization’s time zone',
        text: 'It is %{zone}. Interviews are planned and mails are dated in it.',
        action: 'Open the settings',
      },
    },
  },
}
