import { Module, type DynamicModule } from '@nestjs/common';
import { ServerModule, type Logger, type Settings } from '@coverwright/server';
import { ApplicationsController } from './applications/applications.controller.ts';
import { DeleteApplication } from './applications/delete-application.ts';
import { EraseTraces } from './applications/erase-traces.ts';
import { ImportApplication } from './applications/import-application.ts';
import { Announcer } from './chat/announcer.ts';
import { AnswerFromStore } from './chat/answer-from-store.ts';
import { AnswerCommand } from './chat/answer-command.ts';
import { ChatController } from './chat/chat.controller.ts';
import { ChatService } from './chat/chat.service.ts';
import { MessagesController } from './chat/messages.controller.ts';
import { ChatPrompt } from './chat/prompt/chat-prompt.ts';
import { LostReplies } from './chat/reply/lost-replies.ts';
import { ReplyStops } from './chat/reply/reply-stops.ts';
import { ReplyWriter } from './chat/reply/reply-writer.ts';
import { StopReply } from './chat/reply/stop-reply.ts';
import { SecondOpinion } from './chat/second-opinion/second-opinion.ts';
import { DocumentsController } from './documents/documents.controller.ts';
import { ExportLetter } from './documents/export/export-letter.ts';
import { SaveEdit } from './documents/save-edit.ts';
import { EventFeed } from './events/event-feed.ts';
import { EventsController } from './events/events.controller.ts';
import { Snapshots } from './events/snapshots.ts';
import { ExportController } from './export/export.controller.ts';
import { ExportEverything } from './export/export-everything.ts';
import { IncomingFolder } from './export/incoming-folder.ts';
import { ImportEverything } from './export/import-everything.ts';
import { Isolation } from './isolation/isolation.ts';
import { MetricsController } from './metrics/metrics.controller.ts';
import { Gauges } from './metrics/read-gauges.ts';
import { SessionController } from './login/session.controller.ts';
import { Orchestrations } from './orchestrations/orchestrations.ts';
import { OrchestrationsController } from './orchestrations/orchestrations.controller.ts';
import { Reconciler } from './orchestrations/reconciler.ts';
import { ResearchNotesController } from './research-notes/research-notes.controller.ts';
import { ImportResume } from './resume/import/import-resume.ts';
import { ResumeController } from './resume/resume.controller.ts';
import { VoiceController } from './resume/voice.controller.ts';
import { Retention } from './retention/retention.ts';
import { EngineProbe } from './system/engine-probe.ts';
import { HealthController } from './system/health.controller.ts';
import { ModelPulls } from './system/model-pulls.ts';
import { Parts } from './system/parts.ts';
import { StorageRepair } from './system/storage-repair.ts';
import { SystemController } from './system/system.controller.ts';

@Module({
  controllers: [
    ApplicationsController,
    OrchestrationsController,
    EventsController,
    ResearchNotesController,
    DocumentsController,
    ChatController,
    MessagesController,
    ResumeController,
    VoiceController,
    ExportController,
    SystemController,
    HealthController,
    MetricsController,
    SessionController,
  ],
  providers: [
    Orchestrations,
    Reconciler,
    DeleteApplication,
    EraseTraces,
    ImportApplication,
    EventFeed,
    Snapshots,
    ChatService,
    AnswerCommand,
    AnswerFromStore,
    ChatPrompt,
    ReplyStops,
    SecondOpinion,
    ReplyWriter,
    StopReply,
    LostReplies,
    Announcer,
    EngineProbe,
    ModelPulls,
    Parts,
    Gauges,
    SaveEdit,
    ExportLetter,
    ImportResume,
    ExportEverything,
    Retention,
    IncomingFolder,
    ImportEverything,
    Isolation,
    StorageRepair,
  ],
})
export class AppModule {
  static with(settings: Settings, logger: Logger): DynamicModule {
    return { module: AppModule, imports: [ServerModule.with(settings, logger)] };
  }
}
