import type { CaseGraph } from '../../../cases/graph.ts';
import { caseMachine } from '../../../cases/machine.ts';
import { outcome, proceed } from '../../../cases/moves.ts';
import { BookletWords } from '../../../cases/player/booklet-words.ts';
import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { saveFile } from '../../../site/save-file.ts';
import { InStep, isProjector } from '../../page/in-step.ts';
import { WorkElement } from '../../page/work-element.ts';
import { readWork } from '../../work-file.ts';
import { atDecision, backTo, decide, fits, goOn, standing } from '../play.ts';
import { votesTable } from '../votes-table.ts';
import {
  freshWay,
  mostGroups,
  noVote,
  type Room,
  roomSchema,
  type Vote,
  type Way,
} from '../way.ts';
import { caseWords, decisionKey, showCompared, showSheet } from './closing-sheet.ts';
import { playing, showStage } from './stage.ts';
import { VotePanel } from './vote-panel.ts';

/**
 * `<workshop-room>`: a case that a room decides. The trainer's window has the controls; a second window for the
 * projector shows the scene, the choices and the bars, but nothing that is typed.
 */
class WorkshopRoom extends WorkElement<Room> {
  protected readonly kind = 'room';
  protected readonly schema = roomSchema;
  readonly #machine = caseMachine(JSON.parse(String(this.dataset['graph'])) as CaseGraph);
  readonly #words = new BookletWords(this);
  readonly #inStep = new InStep<Room>(`ati-room:${String(this.dataset['case'])}`);
  readonly #panel = new VotePanel(this, this.#machine, this.#words, {
    vote: (vote) => this.#vote(vote),
    decide: (choice) => this.#move((way) => decide(this.#machine, way, choice)),
  });

  protected override get keptAs() {
    return `room:${String(this.dataset['case'])}`;
  }

  protected override accepts({ ways, playing: place }: Room) {
    return place < ways.length && ways.every((way) => fits(this.#machine, way));
  }

  protected fresh(): Room {
    return { ways: [freshWay(this.#groupName(1))], playing: 0, isOpen: false };
  }

  #groupName = (number: number) => interpolate(this.dataset['groupName'], { number });

  override connectedCallback() {
    if (!isProjector()) return super.connectedCallback();
    this.hidden = false;
    document.documentElement.dataset['projector'] = '';
    const show = (room: unknown) => {
      const read = readWork(room, this.schema);
      if ('work' in read && this.accepts(read.work)) this.#stage(read.work);
    };
    show(this.fresh());
    this.#inStep.listen(show);
  }

  protected begin() {
    const on = (name: string, act: () => void) => part(this, name).addEventListener('click', act);
    on('on', () => this.#move((way) => goOn(this.#machine, way)));
    on('open-verdicts', () => this.change({ ...this.work, isOpen: !this.work.isOpen }));
    on('again', () => this.#move((way) => ({ ...freshWay(way.group), vote: way.vote })));
    on('add-table', () => this.#addTable());
    on('add-group', () => this.#addGroup());
    on('full-screen', () => void this.#fullScreen());
    on('projector', () => this.#inStep.open());
    on('print-sheet', () => print());
    on('votes', () => {
      const head = JSON.parse(String(this.dataset['columns'])) as string[];
      const words = caseWords(this.#machine, this.#words);
      const name = `${String(this.dataset['case'])}-votes.csv`;
      saveFile(name, 'text/csv', votesTable(head, this.work.ways, words));
    });
    const name = part(this, 'group-name') as HTMLInputElement;
    name.addEventListener('input', () => {
      this.#put((way) => ({ ...way, group: name.value.slice(0, 60) }));
      this.#showGroups(false);
    });
    const file = part(this, 'group-file') as HTMLInputElement;
    file.addEventListener('change', () => {
      const [chosenFile] = file.files ?? [];
      if (chosenFile === undefined) return;
      const said = part(this, 'group-said');
      void this.read(chosenFile, said).then((room) => {
        file.value = '';
        const ways = [...this.work.ways, ...(room?.ways ?? [])];
        if (ways.length > mostGroups) said.textContent = this.dataset['full'] ?? '';
        else if (room) this.change({ ...this.work, ways });
      });
    });
    // The projector only follows, so its messages are ignored.
    this.#inStep.listen(
      () => undefined,
      () => this.work,
    );
  }

  protected show() {
    const { work: room } = this;
    const way = playing(room);
    const at = standing(this.#machine, way);
    this.#panel.show(way, decisionKey(room, way, this.#machine));
    const isOver = !way.isTold && outcome(at) !== undefined;
    const mayGoOn = way.isTold || proceed(at) !== undefined;
    part(this, 'on').hidden = !mayGoOn;
    part(this, 'again').hidden = !isOver;
    const verdicts = part(this, 'open-verdicts');
    verdicts.hidden = !way.isTold && !isOver;
    verdicts.setAttribute('aria-expanded', String(room.isOpen));
    verdicts.textContent =
      verdicts.dataset[room.isOpen ? 'close' : isOver ? 'debrief' : 'verdicts'] ?? '';
    this.#showGroups();
    showSheet(this, this.#machine, this.#words, way, (round) =>
      this.#move((each) => atDecision(this.#machine, backTo(each, round))),
    );
    showCompared(this, this.#machine, this.#words, room);
    this.#stage(room);
    this.#inStep.tell(room);
  }

  #stage(room: Room) {
    showStage({ page: this, machine: this.#machine, words: this.#words }, room);
  }

  #put(how: (way: Way) => Way) {
    const { ways, playing: place } = this.work;
    this.keep({ ...this.work, ways: ways.map((way, each) => (each === place ? how(way) : way)) });
  }

  /** Changes the position of the group, hides the verdicts, and moves the focus to the new heading. */
  #move(how: (way: Way) => Way) {
    this.#put(how);
    this.change({ ...this.work, isOpen: false });
    const heading = part(this, 'heading');
    heading.focus({ preventScroll: true });
    part(this, 'stage').scrollIntoView({ block: 'start' });
  }

  #vote(vote: Vote) {
    this.#put((way) => ({ ...way, vote }));
    this.show();
  }

  #addTable() {
    const { vote } = playing(this.work);
    if (vote.tables.length >= 40) return;
    const name = interpolate(this.dataset['tableName'], { number: vote.tables.length + 1 });
    this.#vote({ ...vote, tables: [...vote.tables, { name, choice: '' }] });
    const names = part(this, 'tables').querySelectorAll<HTMLInputElement>('[data-part="name"]');
    names[names.length - 1]?.select();
  }

  #addGroup() {
    const { ways } = this.work;
    if (ways.length >= mostGroups) return;
    const vote = { ...noVote };
    const way = { ...freshWay(this.#groupName(ways.length + 1)), vote };
    this.change({ ways: [...ways, way], playing: ways.length, isOpen: false });
  }

  #showGroups(isName = true) {
    const { ways, playing: place } = this.work;
    if (isName) (part(this, 'group-name') as HTMLInputElement).value = ways[place]?.group ?? '';
    part(this, 'add-group').hidden = ways.length >= mostGroups;
    part(this, 'groups').replaceChildren(
      ...(ways.length < 2 ? [] : ways).map(({ group }, index) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = index === place ? '' : 'quiet';
        button.setAttribute('aria-pressed', String(index === place));
        button.textContent = group || this.#groupName(index + 1);
        button.addEventListener('click', () =>
          this.change({ ...this.work, playing: index, isOpen: false }),
        );
        return button;
      }),
    );
  }

  async #fullScreen() {
    try {
      await part(this, 'stage').requestFullscreen();
    } catch {
      part(this, 'file-said').textContent = this.dataset['noFullScreen'] ?? '';
    }
  }
}

customElements.define('workshop-room', WorkshopRoom);
