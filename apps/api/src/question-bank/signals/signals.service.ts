import type { CreateSignal, Signal as SignalShape } from '@assay/contracts'
import { Injectable } from '@nestjs/common'
import { BankEntriesService } from '../bank-entries.service.ts'
import { type BankKind, type BankRow, templatesWith } from '../bank-kind.ts'
import { Signal } from './signal.entity.ts'

type SignalRow = BankRow & Omit<SignalShape, keyof BankRow>

@Injectable()
export class SignalsService extends BankEntriesService<SignalRow, CreateSignal> {
  protected readonly kind: BankKind = {
    entity: Signal,
    table: 'signals',
    subject: 'signal',
    nameField: 'text',
    searched: ['text'],
    columns: `e.kind, e.text, ${templatesWith('version_signals', 'signal_id')}`,
    sort: { text: 'folded_name', updatedAt: 'updated_at' },
    filters: { kind: (place) => `e.kind = ${place}` },
  }
}
