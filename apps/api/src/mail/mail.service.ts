import { Inject, Injectable } from '@nestjs/common'
import { createTransport, type Transporter } from 'nodemailer'
import type { Logger } from 'pino'
import { SETTINGS, type Settings } from '../config.ts'
import { LOG } from '../http/logging.ts'

export interface Mail {
  to: { name: string; address: string }
  subject: string
  /** Plain text. Nothing in it is ever interpreted: no template language, no markup. */
  text: string
  /** An invitation, or what takes one away: shown as such by programs that know calendars. */
  calendar?: { method: 'publish' | 'request' | 'cancel'; text: string }
}

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
    this.transport = settings.mail ? createTransport(settings.mail.smtpUrl) : null
    this.from = settings.mail?.from ?? ''
  }

  get isSet(): boolean {
    return this.transport !== null
  }

  /** Call it after the commit: a mail about something that was rolled back cannot be taken back. */
  send(mail: Mail): void {
    if (!this.transport) return
    this.transport
      .sendMail({
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
      .catch((error: unknown) => this.log.error({ err: error }, 'mail could not be sent'))
  }
}
