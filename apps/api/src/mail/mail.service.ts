import { Inject, Injectable } from '@nestjs/common'
import { createTransport, type Transporter } from 'nodemailer'
import type { Logger } from 'pino'
import { SETTINGS, type Settings } from '../config.ts'
import { LOG } from '../http/logging.ts'

export interface Mail {
  /** Makes the Message-ID: whoever gets a mail twice sees that it is the same. Any, when it is left out. */
  id?: string
  to: { name: string; address: string }
  subject: string
  /** Plain text. Nothing in it is ever interpreted: no template language, no markup. */
  text: string
  /** An invitation, or what takes one away: shown as such by programs that know calendars. */
  calendar?: { method: 'publish' | 'request' | 'cancel'; text: string }
}

/** Longer than any of these nobody waits; all of them end before the shortest pause of the outbox. */
const TIMES = { dnsTimeout: 5_000, connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 8_000 }
const DELIVERED_WITHIN_MS = 20_000

const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').trim()

/** Sends mail when a server is set; without one people copy links. Sending never holds up or fails a request. */
@Injectable()
export class MailService {
  private readonly transport: Transporter | null
  private readonly from: string

  constructor(
    @Inject(SETTINGS) settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.transport = settings.mail ? createTransport({ url: settings.mail.smtpUrl, ...TIMES }) : null
    this.from = settings.mail?.from ?? ''
  }

  get isSet(): boolean {
    return this.transport !== null
  }

  /**
   * For mails with a secret, which nothing keeps: once, at once. Call it after the commit: a mail about something that
   * was rolled back cannot be taken back. All others go by the outbox.
   */
  send(mail: Mail): void {
    if (!this.transport) return
    this.deliver(mail).catch((error: unknown) => this.log.error({ err: error }, 'mail could not be sent'))
  }

  /** Resolves when the mail server has taken it. Throws what the mail server said, or that it took too long. */
  async deliver(mail: Mail): Promise<void> {
    if (!this.transport) throw new Error('No mail server is set.')
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('the mail server is too slow')), DELIVERED_WITHIN_MS)
    })
    const sent = this.transport.sendMail({
      ...(mail.id === undefined ? {} : { messageId: `<${mail.id}@${this.from.split('@').at(-1)}>` }),
      from: { name: 'Assay', address: this.from },
      to: { name: oneLine(mail.to.name), address: mail.to.address },
      subject: oneLine(mail.subject),
      text: mail.text,
      ...(mail.calendar
        ? {
            icalEvent: {
              method: mail.calendar.method,
              filename: 'interview.ics',
              content: mail.calendar.text,
            },
          }
        : {}),
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    await Promise.race([sent, late]).finally(() => clearTimeout(timer))
  }
}
