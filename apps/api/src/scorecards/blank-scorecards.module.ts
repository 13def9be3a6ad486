import { Module } from '@nestjs/common'
import { BlankScorecardsService } from './blank-scorecards.service.ts'

/** By itself, so that interviews can seat a panel without knowing what scorecards are. */
@Module({ providers: [BlankScorecardsService], exports: [BlankScorecardsService] })
export class BlankScorecardsModule {}
