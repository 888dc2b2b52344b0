// The two forms, and the questions that are on their way: of edits that come faster than answers only the newest is asked.
import type { EngineClient } from './engine_client';
import { refused, type Edit, type Form, type Refusal, type Resolved, type Sampled, type Solved } from './protocol';

export interface Listener {
  onForm(resolved: Resolved): void;
  onAnswer(solved: Solved): void;
  onPicture(sampled: Sampled, solved: Solved): void;
  onRefusal(refusal: string | undefined): void;
}

const instants = 60;

export class Session {
  hold: 'speed' | 'stride_length' = 'speed';
  resolved?: Resolved;
  solved?: Solved;
  private next?: () => Promise<void>;
  private busy = false;
  private surfaces = { a: 0, b: 0 };  ///< that the page has already

  constructor(private readonly engine: EngineClient, private readonly listener: Listener, public a: Form, public b: Form) {}

  /// Nothing is on its way.
  get idle() { return !this.busy; }

  /// A slider moves (preview) or rests.
  edit(edit: Edit, preview: boolean) {
    this.do(async () => {
      const answer = await this.engine.ask('resolve', { form: this.b, edit, hold: this.hold });
      if (refused(answer)) return this.listener.onRefusal(answer.refusal);
      await this.takeForm(answer, preview);
    });
  }

  /// Another form; with one more, that to compare it with.
  show(b: Form, a?: Form) {
    this.do(async () => {
      const before = a ? await this.engine.ask('resolve', { form: a }) : undefined;
      const answer = await this.engine.ask('resolve', { form: b });
      const fault = [before, answer].find((part): part is Refusal => part !== undefined && refused(part));
      if (fault) return this.listener.onRefusal(fault.refusal);
      if (a) this.a = a;
      await this.takeForm(answer as Resolved, false);
    });
  }

  /// A scenario against its base, as its file says.
  ask(scenario: string) {
    this.do(async () => {
      const answer = await this.engine.ask('resolve', { form: { scenario, overrides: [] } });
      if (refused(answer)) return this.listener.onRefusal(answer.refusal);
      this.a = { scenario: answer.base || scenario, overrides: [] };
      await this.takeForm(answer, false);
    });
  }

  freeze() { this.show(this.b, this.b); }

  private async takeForm(resolved: Resolved, preview: boolean) {
    this.b = resolved.form;
    this.resolved = resolved;
    this.listener.onForm(resolved);
    const solved = await this.engine.ask('solve', { a: this.a, b: this.b, preview });
    if (refused(solved)) return this.listener.onRefusal(solved.refusal);
    this.solved = solved;
    this.listener.onRefusal(undefined);
    this.listener.onAnswer(solved);
    // A body that changes under a slider is drawn when the slider rests: its surface takes longer than its stride.
    if (preview && !solved.drawn) return;
    const sampled = await this.engine.ask('sample', { instants, known: this.surfaces });
    if (refused(sampled)) return;
    this.surfaces = { a: sampled.a.surface, b: sampled.b.surface };
    this.listener.onPicture(sampled, solved);
  }

  private do(job: () => Promise<void>) {
    this.next = job;
    if (!this.busy) void this.work();
  }

  private async work() {
    this.busy = true;
    while (this.next) {
      const job = this.next;
      this.next = undefined;
      await job();
    }
    this.busy = false;
  }
}
