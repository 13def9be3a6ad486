import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Counters of failed sign-ins, kept by rate-limiter-flexible in the shape it asks for; keys are hashes. */
@Entity('sign_in_limits')
export class SignInLimit {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_limits_pkey' })
  key!: string

  @Column('integer', { default: 0 })
  points!: number

  @Column('bigint', { nullable: true })
  expire!: string | null
}
