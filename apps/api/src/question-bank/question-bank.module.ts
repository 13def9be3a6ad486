import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { AnswerStructuresController } from './answer-structures/answer-structures.controller.ts'
import { AnswerStructuresService } from './answer-structures/answer-structures.service.ts'
import { AreasController } from './areas/areas.controller.ts'
import { AreasService } from './areas/areas.service.ts'
import { BankQueries } from './bank.queries.ts'
import { BuiltInContentService } from './built-in-content.service.ts'
import { CompetenciesController } from './competencies/competencies.controller.ts'
import { CompetenciesService } from './competencies/competencies.service.ts'
import { LevelProfilesController } from './level-profiles/level-profiles.controller.ts'
import { LevelProfilesService } from './level-profiles/level-profiles.service.ts'
import { QuestionsController } from './questions/questions.controller.ts'
import { QuestionsService } from './questions/questions.service.ts'
import { SignalsController } from './signals/signals.controller.ts'
import { SignalsService } from './signals/signals.service.ts'

@Module({
  imports: [AuditModule],
  controllers: [
    AreasController,
    CompetenciesController,
    QuestionsController,
    AnswerStructuresController,
    SignalsController,
    LevelProfilesController,
  ],
  providers: [
    BankQueries,
    BuiltInContentService,
    AreasService,
    CompetenciesService,
    QuestionsService,
    AnswerStructuresService,
    SignalsService,
    LevelProfilesService,
  ],
  exports: [
    BankQueries,
    BuiltInContentService,
    AreasService,
    CompetenciesService,
    QuestionsService,
    AnswerStructuresService,
    SignalsService,
    LevelProfilesService,
  ],
})
export class QuestionBankModule {}
