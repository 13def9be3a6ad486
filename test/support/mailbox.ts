import { createServer, type Server, type Socket } from 'node:net'

export interface ReceivedMail {
  from: string
  to: string[]
  /** The whole message as it travelled, headers first. */
  raw: string
}

export interface Mailbox {
  url: string
  mails: ReceivedMail[]
  /** The next mail to this address, waited for. */
  mailTo: (address: string) => Promise<ReceivedMail>
  stop: () => Promise<void>
}

/**
 * A mail server that says yes to everything and keeps what it gets: just enough of RFC 5321 for one client.
 * @param answersAfter milliseconds that it takes for each of its lines
 */
export const startMailbox = async (port = 0, answersAfter = 0): Promise<Mailbox> => {
  const mails: ReceivedMail[] = []
  const server = createServer((socket) => speak(socket, mails, answersAfter))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${portOf(server)}`,
    mails,
    mailTo: async (address) => {
      for (let waited = 0; waited < 100; waited += 1) {
        const index = mails.findIndex(({ to }) => to.includes(address))
        if (index >= 0) return mails.splice(index, 1)[0]!
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error(`no mail to ${address} within five seconds`)
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const speak = (socket: Socket, mails: ReceivedMail[], answersAfter: number): void => {
  let mail: ReceivedMail = { from: '', to: [], raw: '' }
  let inBody = false
  let rest = ''
  const answer = (line: string): void => {
    if (answersAfter === 0) socket.write(`${line}\r\n`)
    else setTimeout(() => socket.write(`${line}\r\n`), answersAfter)
  }
  const hear = (line: string): void => {
    if (inBody) {
      if (line === '.') {
        inBody = false
        mails.push(mail)
        mail = { from: '', to: [], raw: '' }
        answer('250 kept')
      } else mail.raw += `${line}\r\n`
      return
    }
    const verb = line.slice(0, 4).toUpperCase()
    const address = /<([^>]*)>/.exec(line)?.[1] ?? ''
    if (verb === 'MAIL') mail.from = address
    if (verb === 'RCPT') mail.to.push(address)
    if (verb === 'DATA') inBody = true
    if (verb === 'QUIT') socket.end('221 bye\r\n')
    else answer(verb === 'DATA' ? '354 go on' : '250 yes')
  }
  answer('220 a mailbox for tests')
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('utf8')).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
}
